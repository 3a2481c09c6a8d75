/** The Lucide icons of the editor, bundled so that no other page pays for them. */

import arrowDownFromLine from "lucide-static/icons/arrow-down-from-line.svg" with { type: "text" };
import arrowLeftFromLine from "lucide-static/icons/arrow-left-from-line.svg" with { type: "text" };
import arrowRightFromLine from "lucide-static/icons/arrow-right-from-line.svg" with { type: "text" };
import arrowUpFromLine from "lucide-static/icons/arrow-up-from-line.svg" with { type: "text" };
import bold from "lucide-static/icons/bold.svg" with { type: "text" };
import captions from "lucide-static/icons/captions.svg" with { type: "text" };
import chevronDown from "lucide-static/icons/chevron-down.svg" with { type: "text" };
import circleAlert from "lucide-static/icons/circle-alert.svg" with { type: "text" };
import clapperboard from "lucide-static/icons/clapperboard.svg" with { type: "text" };
import code from "lucide-static/icons/code.svg" with { type: "text" };
import ellipsis from "lucide-static/icons/ellipsis.svg" with { type: "text" };
import film from "lucide-static/icons/film.svg" with { type: "text" };
import heading2 from "lucide-static/icons/heading-2.svg" with { type: "text" };
import heading3 from "lucide-static/icons/heading-3.svg" with { type: "text" };
import heading4 from "lucide-static/icons/heading-4.svg" with { type: "text" };
import highlighter from "lucide-static/icons/highlighter.svg" with { type: "text" };
import image from "lucide-static/icons/image.svg" with { type: "text" };
import info from "lucide-static/icons/info.svg" with { type: "text" };
import italic from "lucide-static/icons/italic.svg" with { type: "text" };
import languages from "lucide-static/icons/languages.svg" with { type: "text" };
import lightbulb from "lucide-static/icons/lightbulb.svg" with { type: "text" };
import link from "lucide-static/icons/link.svg" with { type: "text" };
import listCollapse from "lucide-static/icons/list-collapse.svg" with { type: "text" };
import listOrdered from "lucide-static/icons/list-ordered.svg" with { type: "text" };
import list from "lucide-static/icons/list.svg" with { type: "text" };
import minus from "lucide-static/icons/minus.svg" with { type: "text" };
import music from "lucide-static/icons/music.svg" with { type: "text" };
import panelLeft from "lucide-static/icons/panel-left.svg" with { type: "text" };
import panelTop from "lucide-static/icons/panel-top.svg" with { type: "text" };
import pencil from "lucide-static/icons/pencil.svg" with { type: "text" };
import pilcrow from "lucide-static/icons/pilcrow.svg" with { type: "text" };
import plus from "lucide-static/icons/plus.svg" with { type: "text" };
import redo2 from "lucide-static/icons/redo-2.svg" with { type: "text" };
import removeFormatting from "lucide-static/icons/remove-formatting.svg" with { type: "text" };
import sigma from "lucide-static/icons/sigma.svg" with { type: "text" };
import squareCode from "lucide-static/icons/square-code.svg" with { type: "text" };
import strikethrough from "lucide-static/icons/strikethrough.svg" with { type: "text" };
import subscript from "lucide-static/icons/subscript.svg" with { type: "text" };
import superscript from "lucide-static/icons/superscript.svg" with { type: "text" };
import tableCellsMerge from "lucide-static/icons/table-cells-merge.svg" with { type: "text" };
import tableCellsSplit from "lucide-static/icons/table-cells-split.svg" with { type: "text" };
import table from "lucide-static/icons/table.svg" with { type: "text" };
import textQuote from "lucide-static/icons/text-quote.svg" with { type: "text" };
import trash2 from "lucide-static/icons/trash-2.svg" with { type: "text" };
import triangleAlert from "lucide-static/icons/triangle-alert.svg" with { type: "text" };
import underline from "lucide-static/icons/underline.svg" with { type: "text" };
import undo2 from "lucide-static/icons/undo-2.svg" with { type: "text" };

const drawings = {
  "arrow-down-from-line": arrowDownFromLine,
  "arrow-left-from-line": arrowLeftFromLine,
  "arrow-right-from-line": arrowRightFromLine,
  "arrow-up-from-line": arrowUpFromLine,
  bold,
  captions,
  "chevron-down": chevronDown,
  "circle-alert": circleAlert,
  clapperboard,
  code,
  ellipsis,
  film,
  "heading-2": heading2,
  "heading-3": heading3,
  "heading-4": heading4,
  highlighter,
  image,
  info,
  italic,
  languages,
  lightbulb,
  link,
  list,
  "list-collapse": listCollapse,
  "list-ordered": listOrdered,
  minus,
  music,
  "panel-left": panelLeft,
  "panel-top": panelTop,
  pencil,
  pilcrow,
  plus,
  "redo-2": redo2,
  "remove-formatting": removeFormatting,
  sigma,
  "square-code": squareCode,
  strikethrough,
  subscript,
  superscript,
  table,
  "table-cells-merge": tableCellsMerge,
  "table-cells-split": tableCellsSplit,
  "text-quote": textQuote,
  "trash-2": trash2,
  "triangle-alert": triangleAlert,
  underline,
  "undo-2": undo2,
};

/** A decorative drawing; the words are beside it or in the label of its button. */
export function icon(name) {
  const parsed = new DOMParser().parseFromString(drawings[name], "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true);
  svg.setAttribute("class", /left|right/.test(name) ? "i is-sided" : "i");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
