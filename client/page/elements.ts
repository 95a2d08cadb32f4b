/** Makes elements of the page; text goes in as text, so that no name can be markup. */

export type Child = Node | string | undefined;

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes; `true` is an attribute without a value, `false` and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Sets some attributes as `element` does, and leaves the others. */
export function setAttributes(on: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) on.removeAttribute(name);
    else on.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A button that does something; it submits nothing. */
export function button(
  attributes: Attributes,
  press: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', press);
  return made;
}

/** A select with its label; `choices` are pairs of value and text. */
export function select(
  { label, id, value }: { readonly label: string; readonly id: string; readonly value: string },
  choices: readonly (readonly [value: string, text: string])[],
  choose: (value: string) => void,
): HTMLElement {
  const made = element('select', { id });
  for (const [one, text] of choices)
    made.append(element('option', { value: one, selected: one === value }, text));
  made.addEventListener('change', () => choose(made.value));
  return element('div', { class: 'control' }, element('label', { for: id }, label), made);
}

/** A path, which may be broken behind its slashes. */
export const path = (text: string): HTMLElement =>
  element(
    'span',
    { class: 'path' },
    ...text.split(/(?<=\/)/).flatMap((part, i): Child[] => (i === 0 ? [part] : [element('wbr'), part])),
  );
