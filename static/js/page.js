// Pages that are read: manual, refusals.
import "./hot-theme.js";
