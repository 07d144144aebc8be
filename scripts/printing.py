"""What a PDF needs of the machine: the libraries that set text, and a Chinese font."""

from __future__ import annotations

import ctypes.util
import shutil
import sys

from chromium import FONTS, has_chinese_font
from environment import apt_install, refuse

# What WeasyPrint loads, by the names that Linux and macOS look for; Debian's packages of them.
LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "fontconfig")
BETTER = ("harfbuzz-subset",)  # without it fonts are cut by a slower program
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig")


def find_pango() -> None:
    """See to it that WeasyPrint can load its libraries, or end with which to install."""
    if has(*LIBRARIES, *BETTER):
        return
    apt_install(*PANGO)
    if has(*LIBRARIES):
        return
    if sys.platform == "darwin":
        refuse("生成 PDF 需要 Pango。请运行 brew install pango，然后重新运行本命令。")
    refuse(
        "生成 PDF 需要 Pango。请以管理员身份安装，然后重新运行本命令。"
        f"Debian、统信、麒麟上是：apt-get install -y {' '.join(PANGO)}"
    )


def has(*libraries: str) -> bool:
    """Whether every one of the libraries is here."""
    return all(ctypes.util.find_library(name) for name in libraries)


def find_fonts_to_print() -> None:
    """See to it that there is a Chinese font; without one a PDF would be empty boxes."""
    if not has_chinese_font() and not (apt_install(FONTS, "fontconfig") and has_chinese_font()):
        refuse(
            "生成 PDF 需要中文字体，本机没有。请安装仿宋、黑体、楷体等字体，"
            f"或以管理员身份运行 apt-get install -y {FONTS}，然后重新运行本命令。"
        )


def find_poppler() -> None:
    """See to it that the tests can read PDFs with a program that is not ours."""
    if not shutil.which("pdftotext") and not apt_install("poppler-utils"):
        refuse("测试要用 pdftotext 等程序查看 PDF。请安装 poppler-utils，然后重新运行本命令。")
