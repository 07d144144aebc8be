// A word that is picked from those that exist, or typed: a grade, a region.

import { known, suggestions } from "./known.js";

const { createClass, h } = window;

export const Pick = createClass({
  getInitialState() {
    return { names: {} };
  },

  componentDidMount() {
    known(this.props.field.get("of")).then((names) => this.setState({ names }));
  },

  isValid() {
    const { field, value } = this.props;
    const { names } = this.state;
    if (!value || !field.get("strict") || value in names) return true;
    return { error: { message: `没有“${value}”；请从列出的里面选一个。` } };
  },

  render() {
    const { forID, classNameWrapper, value, onChange, setActiveStyle, setInactiveStyle } = this.props;
    const { names } = this.state;
    return h("div", {},
      h("input", {
        id: forID,
        type: "text",
        className: classNameWrapper,
        value: value ?? "",
        list: `${forID}-known`,
        autoComplete: "off",
        onChange: (event) => onChange(event.target.value.trim()),
        onFocus: setActiveStyle,
        onBlur: setInactiveStyle,
      }),
      suggestions(`${forID}-known`, names),
      h("p", { className: "form-name" }, names[value] ?? ""));
  },
});
