// The start page.
import "./hot-drop.js";
import "./hot-templates.js";
import "./hot-theme.js";
