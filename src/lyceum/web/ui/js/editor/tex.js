/** Draws TeX as MathML. The drawing library is large, so it is fetched on first use. */

let loading = null;

function library() {
  loading ??= import("temml").then((module) => module.default);
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

const LIMITS = { maxExpand: 500, maxSize: [20, 200], trust: false, throwOnError: true };

/** `{math}`, an element, or `{problem}`, what the library says is wrong with the TeX. */
export async function drawTex(tex, block) {
  try {
    const temml = await library();
    const holder = document.createElement("span");
    temml.render(tex, holder, { ...LIMITS, displayMode: block });
    return { math: holder.firstElementChild };
  } catch (error) {
    return { problem: String(error.message || error).replace(/^ParseError:\s*/, "") };
  }
}
