// A table as rows of two cells: what the row is for (picked or typed), and its text or number.
// Rows keep their order. Several lines pasted into a text become as many rows, and each line that
// names one thing we know is given its id.

import { known, suggestions } from "./known.js";

const { createClass, h } = window;

/** @typedef {{ key: string, value: string }} Row */

/**
 * The rows of a value, which is ours or Decap's immutable list.
 * @returns {Row[]}
 */
function rowsOf(value) {
  const rows = value && typeof value.toJS === "function" ? value.toJS() : value;
  return Array.isArray(rows) ? rows : [];
}

/**
 * The one id whose name stands in the line; a longer name hides those within it.
 * @param {string} line
 * @param {Record<string, string>} names
 */
function namedIn(line, names) {
  const found = Object.entries(names).filter(([, name]) => name && line.includes(name));
  const whole = found.filter(([, name]) => !found.some(([, other]) => other !== name && other.includes(name)));
  return whole.length === 1 ? whole[0][0] : "";
}

export const Rows = createClass({
  getInitialState() {
    return { names: {} };
  },

  componentDidMount() {
    known(this.props.field.getIn(["key", "of"])).then((names) => this.setState({ names }));
  },

  isValid() {
    const rows = rowsOf(this.props.value);
    const half = rows.findIndex((row) => !row.key !== !String(row.value ?? "").trim());
    if (half >= 0) return { error: { message: `第 ${half + 1} 行没有填全。` } };
    const strange = rows.findIndex((row) => this.isStrange(row));
    if (strange >= 0) return { error: { message: `第 ${strange + 1} 行：没有“${rows[strange].key}”；请从列出的里面选。` } };
    const twice = rows.findIndex((row, i) => row.key && rows.findIndex((other) => other.key === row.key) < i);
    if (twice >= 0) return { error: { message: `第 ${twice + 1} 行：“${rows[twice].key}”写了两次，只能写一次。` } };
    return true;
  },

  isStrange(row) {
    const of = this.props.field.getIn(["key", "of"]);
    return Boolean(of && row.key && Object.keys(this.state.names).length && !(row.key in this.state.names));
  },

  put(i, change) {
    const rows = rowsOf(this.props.value);
    this.props.onChange(rows.map((row, at) => (at === i ? { ...row, ...change } : row)));
  },

  move(i, by) {
    const rows = [...rowsOf(this.props.value)];
    const [row] = rows.splice(i, 1);
    rows.splice(i + by, 0, row);
    this.props.onChange(rows);
  },

  drop(i) {
    this.props.onChange(rowsOf(this.props.value).filter((_, at) => at !== i));
  },

  add() {
    this.props.onChange([...rowsOf(this.props.value), { key: "", value: "" }]);
  },

  paste(i, event) {
    const lines = event.clipboardData.getData("text").split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    known(this.props.field.getIn(["key", "of"])).then((names) => {
      const rows = [...rowsOf(this.props.value)];
      const pasted = lines.map((line) => ({ key: namedIn(line, names), value: line }));
      if (rows[i].key) pasted[0].key = rows[i].key;
      rows.splice(i, 1, ...pasted);
      this.props.onChange(rows);
    });
  },

  row(row, i, count) {
    const { forID, field } = this.props;
    const [key, value] = [field.get("key"), field.get("value")];
    const said = `第 ${i + 1} 行`;
    const strange = this.isStrange(row);
    return h("li", { key: i, className: "form-row" },
      h("div", { className: "form-key" },
        h("input", {
          type: "text",
          "aria-label": `${said}${key.get("title")}`,
          "aria-invalid": strange,
          placeholder: key.get("title"),
          list: `${forID}-known`,
          autoComplete: "off",
          value: row.key ?? "",
          onChange: (event) => this.put(i, { key: event.target.value.trim() }),
        }),
        h("span", { className: "form-name" }, strange ? "没有这个编号" : this.state.names[row.key] ?? "")),
      h("input", {
        type: "text",
        inputMode: value.get("number") ? "decimal" : "text",
        className: "form-value",
        "aria-label": `${said}${value.get("title")}`,
        placeholder: value.get("title"),
        value: row.value ?? "",
        onChange: (event) => this.put(i, { value: event.target.value }),
        onPaste: value.get("number") ? undefined : (event) => this.paste(i, event),
      }),
      h("div", { className: "form-tools" },
        h("button", { type: "button", "aria-label": `${said}上移`, title: "上移", disabled: i === 0, onClick: () => this.move(i, -1) }, "↑"),
        h("button", { type: "button", "aria-label": `${said}下移`, title: "下移", disabled: i === count - 1, onClick: () => this.move(i, 1) }, "↓"),
        h("button", { type: "button", "aria-label": `${said}删去`, title: "删去", onClick: () => this.drop(i) }, "✕")));
  },

  render() {
    const { forID, field, classNameWrapper, value } = this.props;
    const rows = rowsOf(value);
    return h("div", { id: forID, className: `${classNameWrapper} form-rows` },
      suggestions(`${forID}-known`, this.state.names),
      h("ol", {}, rows.map((row, i) => this.row(row, i, rows.length))),
      h("button", { type: "button", className: "form-add", onClick: () => this.add() }, `添加一行${field.get("label")}`));
  },
});
