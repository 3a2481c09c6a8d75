/** Copies of unsaved text on this device, so that a crash or a dead network loses nothing. */

const DATABASE = "lyceum-editor";
const STORE = "copies";
const KEPT_DAYS = 30;

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function inDatabase(mode, work) {
  return opened().then((database) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    }).finally(() => database.close()));
}

/** Browsers without a database (some private windows) get the small storage instead. */
async function either(fromDatabase, fromStorage) {
  try {
    return await fromDatabase();
  } catch {
    try {
      return fromStorage();
    } catch {
      return undefined;
    }
  }
}

function fresh(copy) {
  return copy && Date.now() - copy.at < KEPT_DAYS * 86_400_000 ? copy : null;
}

/** The copies of one page by one person: `{body, basedOn, at}`. */
export class Copies {
  constructor(key) {
    this.key = `page:${key}`;
  }

  async read() {
    const copy = await either(
      () => inDatabase("readonly", (store) => store.get(this.key)),
      () => JSON.parse(localStorage.getItem(this.key)),
    );
    return fresh(copy);
  }

  write(copy) {
    return either(
      () => inDatabase("readwrite", (store) => store.put(copy, this.key)),
      () => localStorage.setItem(this.key, JSON.stringify(copy)),
    );
  }

  drop() {
    return either(
      () => inDatabase("readwrite", (store) => store.delete(this.key)),
      () => localStorage.removeItem(this.key),
    );
  }
}
