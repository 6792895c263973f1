// Pages that are read: manual, refusals.
import "./hot-theme.js";
import "./hot-restore.js";
