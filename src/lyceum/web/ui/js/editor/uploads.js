/** Files of this institution: sent on, then placed in the text. */

/** `{url, name, width, height}` or `{problem}`, in words. */
export async function upload(file, { url, token, words }) {
  const fields = new FormData();
  fields.set("file", file);
  const name = file.name;
  try {
    const response = await fetch(url, {
      method: "POST",
      body: fields,
      headers: { "X-CSRFToken": token(), Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
    });
    const answer = await response.json().catch(() => null);
    if (response.ok && answer?.url) return answer;
    if (response.status === 413) return { problem: words.say("uploadTooLarge", { name }) };
    return { problem: answer?.message || words.say("uploadRefused", { name }) };
  } catch {
    return { problem: words.say("uploadFailed", { name }) };
  }
}

/** The picture as a data address: the page's policy shows no blob addresses. */
export function shownHere(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

/** Lets the person choose files; resolves to a list, empty when they back out. */
export function chooseFiles(accept) {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.hidden = true;
    const done = () => {
      input.remove();
      resolve([...input.files]);
    };
    input.addEventListener("change", done);
    input.addEventListener("cancel", done);
    document.body.append(input);
    input.click();
  });
}
