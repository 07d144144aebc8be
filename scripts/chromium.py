"""The browser that tests and benchmarks drive, and a font for it."""

from __future__ import annotations

import os
import shutil
import subprocess

from environment import apt_install, refuse, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONTS = "fonts-noto-cjk"


def find_browser() -> None:
    """Name in CHROMIUM the browser that is here, from Debian where the machine has none."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else installed_browser()
    if not found and not named and apt_install("chromium", FONTS):
        found = installed_browser()
    if not found:
        wanted = f"CHROMIUM 所指的 {named} 不存在" if named else "没有找到 Chromium 浏览器"
        refuse(f"{wanted}。请安装 chromium，或用环境变量 CHROMIUM 指明其位置。")
    os.environ["CHROMIUM"] = found


def installed_browser() -> str | None:
    """The first Chromium on PATH."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def find_fonts() -> None:
    """See to it that the browser can draw Chinese; without a font only pictures suffer."""
    if not has_chinese_font() and not apt_install(FONTS, "fontconfig"):
        say("提示：本机没有中文字体，浏览器截图中的汉字将显示为方框。")


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font for Chinese."""
    lister = shutil.which("fc-list")
    if not lister:
        return False
    return bool(subprocess.run([lister, ":lang=zh"], capture_output=True, check=False).stdout)
