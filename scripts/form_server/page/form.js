// The form: Decap CMS with the configuration that the records give, and two widgets of our own.

import { Pick } from "./pick.js";
import { Rows } from "./rows.js";

const { CMS } = window;

// Saving writes a file on this machine; nothing is published by it.
const WORDS = {
  publishing: "正在保存…",
  publish: "保存",
  published: "已保存",
  publishNow: "保存到文件",
  publishAndCreateNew: "保存，然后新建",
  publishAndDuplicate: "保存，然后复制",
  unsavedChanges: "有修改没有保存",
  changesSaved: "没有未保存的修改",
  deployPreviewPendingButtonLabel: "", // hidden by form.css: there is nothing to preview
};
const phrases = CMS.getLocale("zh_Hans");
Object.assign(phrases.editor.editorToolbar, WORDS);
phrases.editor.editorToolbar.backCollection = "%{collectionLabel}";
phrases.editor.editorWidgets.datetime.now = "今天";
Object.assign(phrases.collection.sidebar, { collections: "档案", allCollections: "所有档案" });

// Decap CMS would show the record that was open under the address of the other one.
const record = (url) => new URL(url).hash.match(/^#.collections.[a-z]+.entries.+/)?.[0];
window.addEventListener("hashchange", ({ oldURL, newURL }) => {
  if (record(oldURL) && record(newURL) && record(oldURL) !== record(newURL)) window.location.reload();
});

// The register holds no pictures.
const none = { show() {}, hide() {}, enableStandalone: () => false };
CMS.registerMediaLibrary({ name: "none", init: () => none });
CMS.registerWidget("pick", Pick);
CMS.registerWidget("rows", Rows);

// An older copy must not be saved over a newer one. Each record comes with a word for its content;
// after a save the server knows by the window that it has the newer content as well.
const tab = `${Date.now()}-${Math.random()}`;
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => entry.get("data").set("_tab", tab) });

const config = await (await fetch("config.json")).json();
CMS.init({ config });
