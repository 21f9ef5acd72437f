/** Who looks at the office and how: `person`, `locale` and `theme`, kept in localStorage. */
const root = document.documentElement;

export const account = {
  person: root.dataset.person,
  locale: root.lang,
  theme: root.dataset.theme,
};

for (const name of Object.keys(account)) keepInStorage(name);

export function setAccount(name, value) {
  account[name] = value;
  if (name === 'locale') root.lang = value;
  else root.dataset[name] = value;
  keepInStorage(name);
}

/** Whether the page is dark now, by choice or by the system's. */
export function isDark() {
  return account.theme === 'system'
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : account.theme === 'dark';
}

function keepInStorage(name) {
  try {
    localStorage.setItem(`mlm-office.${name}`, account[name]);
  } catch {
    // Storage refused: the choice holds until the page is left.
  }
}
