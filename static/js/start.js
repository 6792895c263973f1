// The start page.
import "./hot-drop.js";
import "./hot-recent.js";
import "./hot-theme.js";
