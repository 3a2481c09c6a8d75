import { SortList } from "../parts/sorting/list.js";

customElements.define("sort-list", SortList);
