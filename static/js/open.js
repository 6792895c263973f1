// Opening a template: what is open stays open until the new one is there.

import { clearNotices, notice } from "./notices.js";
import { postJson } from "./server.js";

const MOST_BYTES = 4 * 1024 * 1024;

/** Send what was dropped or chosen, and go to its page. A refusal is shown where one is. */
export async function openFiles(files) {
  if (files.length === 0) return;
  if (files.length > 1) {
    notice(`${files.length} files were given. Open one template at a time.`);
    return;
  }
  await openFile(files[0]);
}

/** Send a text as if it were a file: a form would change its line breaks. */
export async function openText(text, name = "") {
  if (text.trim() === "") {
    notice("There is no text to open: paste a template first.");
    return;
  }
  await openFile(new File([text], name || "template.yaml"));
}

async function openFile(file) {
  clearNotices();
  if (file.size > MOST_BYTES) {
    notice(`${file.name} is larger than 4 MB, the most that a template may have here.`);
    return;
  }
  document.body.classList.add("opening");
  try {
    const form = new FormData();
    form.append("file", file, file.name || "template.yaml");
    const { location: address } = await postJson("/open", form);
    location.assign(address);
  } catch (error) {
    document.body.classList.remove("opening");
    notice(error.reason === undefined ? `${file.name} could not be read.` : error.message);
  }
}
