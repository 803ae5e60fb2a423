/**
 * A small DOM: what Readability asks of a document and nothing more. No selectors, events, styles or live lists; lists are arrays made when asked for.
 * Text contents are remembered until something below changes, for Readability reads the text of every element at each level.
 */
import { Parser } from 'htmlparser2';
import { ownCopy } from '../../text/own-copy.ts';

type LightNode = LightElement | LightText;

const VOID = new Set(['area', 'br', 'col', 'hr', 'img']);

/** Longer texts are put together each time: kept at every level, those of a long page would take tens of megabytes. UTF-16 units. */
const MAX_KNOWN = 4000;

const NOTHING: ReadonlySet<string> = new Set();
const P = new Set(['p']);
/** Elements whose start tag ends an open element right above it, as htmlparser2 has it (HTML standard, §13.1.2.4, optional tags). */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name) => [name, P] as const),
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['li', new Set(['li'])],
  ['dd', new Set(['dd', 'dt'])],
  ['dt', new Set(['dd', 'dt'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
]);

class LightAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): LightAttribute {
    return new LightAttribute(this.name, this.value);
  }
}

const NONE: readonly LightNode[] = [];

class LightText {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly childNodes = NONE;
  parentNode: LightElement | null = null;
  previousSibling: LightNode | null = null;
  nextSibling: LightNode | null = null;
  textContent: string;

  constructor(text: string) {
    this.textContent = text;
  }

  get nextElementSibling(): LightElement | null {
    return elementFrom(this.nextSibling);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

/** The node itself or the first element after it. */
function elementFrom(node: LightNode | null): LightElement | null {
  let at = node;
  while (at !== null && at.nodeType === 3) at = at.nextSibling;
  return at;
}

function elementBefore(node: LightNode | null): LightElement | null {
  let at = node;
  while (at !== null && at.nodeType === 3) at = at.previousSibling;
  return at;
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const escapeAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

class LightElement {
  readonly nodeType = 1;
  readonly localName: string;
  readonly tagName: string;
  readonly nodeName: string;
  readonly ownerDocument: LightDocument;
  readonly attributes: LightAttribute[] = [];
  parentNode: LightElement | LightDocument | null = null;
  previousSibling: LightNode | null = null;
  nextSibling: LightNode | null = null;
  firstChild: LightNode | null = null;
  lastChild: LightNode | null = null;
  /** Readability's own notes. */
  readability: unknown = undefined;
  _readabilityDataTable: unknown = undefined;
  /** Known text content. Where an element's is known, those of all elements in it are. */
  private text: string | undefined = undefined;

  constructor(ownerDocument: LightDocument, name: string) {
    this.ownerDocument = ownerDocument;
    this.localName = name;
    this.tagName = upperOf(name);
    this.nodeName = this.tagName;
  }

  get firstElementChild(): LightElement | null {
    return elementFrom(this.firstChild);
  }

  get lastElementChild(): LightElement | null {
    return elementBefore(this.lastChild);
  }

  get nextElementSibling(): LightElement | null {
    return elementFrom(this.nextSibling);
  }

  get previousElementSibling(): LightElement | null {
    return elementBefore(this.previousSibling);
  }

  get childNodes(): LightNode[] {
    const nodes: LightNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): LightElement[] {
    const elements: LightElement[] = [];
    for (let node = elementFrom(this.firstChild); node !== null; node = node.nextElementSibling) elements.push(node);
    return elements;
  }

  get textContent(): string {
    if (this.text !== undefined) return this.text;
    let text = '';
    for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent;
    if (text.length <= MAX_KNOWN) this.text = text;
    return text;
  }

  set textContent(text: string) {
    this.empty();
    if (text !== '') this.appendChild(new LightText(text));
  }

  get innerHTML(): string {
    let html = '';
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      html += node.nodeType === 3 ? escapeText(node.textContent) : node.outerHTML;
    return html;
  }

  set innerHTML(html: string) {
    this.empty();
    parseInto(this, html);
  }

  private get outerHTML(): string {
    let html = `<${this.localName}`;
    for (const { name, value } of this.attributes) html += ` ${name}="${escapeAttribute(value)}"`;
    return VOID.has(this.localName) ? `${html}>` : `${html}>${this.innerHTML}</${this.localName}>`;
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    for (const attribute of this.attributes) {
      if (attribute.name !== name) continue;
      attribute.value = value;
      return;
    }
    this.attributes.push(new LightAttribute(name, value));
  }

  setAttributeNode({ name, value }: LightAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  appendChild<T extends LightNode>(node: T): T {
    node.remove();
    this.changed();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
    return node;
  }

  replaceChild(node: LightNode, old: LightNode): LightNode {
    if (node === old) return old;
    node.remove();
    this.changed();
    const { previousSibling: before, nextSibling: after } = old;
    node.parentNode = this;
    node.previousSibling = before;
    node.nextSibling = after;
    if (before === null) this.firstChild = node;
    else before.nextSibling = node;
    if (after === null) this.lastChild = node;
    else after.previousSibling = node;
    detach(old);
    return old;
  }

  removeChild(node: LightNode): LightNode {
    this.changed();
    const { previousSibling: before, nextSibling: after } = node;
    if (before === null) this.firstChild = after;
    else before.nextSibling = after;
    if (after === null) this.lastChild = before;
    else after.previousSibling = before;
    detach(node);
    return node;
  }

  remove(): void {
    if (this.parentNode !== null && this.parentNode.nodeType === 1) this.parentNode.removeChild(this);
  }

  getElementsByTagName(name: string): LightElement[] {
    const wanted = name.toLowerCase();
    return elementsBelow(this, wanted === '*' ? undefined : (tag) => tag === wanted);
  }

  /** Takes lists of element names only: "h1,h2". */
  querySelectorAll(names: string): LightElement[] {
    const wanted = names.toLowerCase().split(',');
    return elementsBelow(this, wanted.includes('*') ? undefined : (tag) => wanted.includes(tag));
  }

  private empty(): void {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
  }

  /** Forgets what is known of the text of this element and of those around it. */
  private changed(): void {
    if (this.text === undefined) return;
    this.text = undefined;
    if (this.parentNode instanceof LightElement) this.parentNode.changed();
  }
}

function detach(node: LightNode): void {
  node.parentNode = null;
  node.previousSibling = null;
  node.nextSibling = null;
}

const uppers = new Map<string, string>();

function upperOf(name: string): string {
  let upper = uppers.get(name);
  if (upper === undefined) {
    upper = name.toUpperCase();
    if (uppers.size < 200) uppers.set(ownCopy(name), upper);
  }
  return upper;
}

/** Elements in document order, without the root. */
function elementsBelow(root: LightElement, isWanted: ((tag: string) => boolean) | undefined): LightElement[] {
  const found: LightElement[] = [];
  let at: LightElement | null = root.firstElementChild;
  while (at !== null) {
    if (isWanted === undefined || isWanted(at.localName)) found.push(at);
    let next: LightElement | null = at.firstElementChild;
    for (let up: LightElement = at; next === null && up !== root;) {
      next = up.nextElementSibling;
      if (next === null) up = up.parentNode as LightElement;
    }
    at = next;
  }
  return found;
}

/** A document with an empty body. */
export class LightDocument {
  readonly nodeType = 9;
  readonly title = '';
  /** Relative links count from here; where they lead does not matter. */
  readonly baseURI = 'https://page.invalid/';
  readonly documentURI = this.baseURI;
  readonly parentNode = null;
  readonly nextElementSibling = null;
  readonly documentElement: LightElement;
  readonly body: LightElement;

  constructor() {
    this.documentElement = new LightElement(this, 'html');
    this.documentElement.parentNode = this;
    this.body = this.documentElement.appendChild(new LightElement(this, 'body'));
  }

  get firstChild(): LightElement {
    return this.documentElement;
  }

  createElement(name: string): LightElement {
    return new LightElement(this, name.toLowerCase());
  }

  createTextNode(text: string): LightText {
    return new LightText(text);
  }

  getElementsByTagName(name: string): LightElement[] {
    return this.documentElement.getElementsByTagName(name);
  }

  querySelectorAll(names: string): LightElement[] {
    return this.documentElement.querySelectorAll(names);
  }
}

/** Builds what stands below an element from start tags, text and end tags in order. Optional end tags may be missing. */
export class LightBuilder {
  private readonly root: LightElement;
  private at: LightElement;
  private text: LightText | undefined;

  constructor(root: LightElement) {
    this.root = root;
    this.at = root;
  }

  open(name: string): LightElement {
    this.text = undefined;
    const ended = ENDS.get(name) ?? NOTHING;
    while (this.at !== this.root && ended.has(this.at.localName)) this.at = this.at.parentNode as LightElement;
    const element = this.at.appendChild(new LightElement(this.root.ownerDocument, name));
    if (!VOID.has(name)) this.at = element;
    return element;
  }

  addText(data: string): void {
    if (this.text === undefined) this.text = this.at.appendChild(new LightText(data));
    else this.text.textContent += data;
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    let open: LightElement = this.at;
    while (open !== this.root && open.localName !== name) open = open.parentNode as LightElement;
    this.text = undefined;
    if (open !== this.root) this.at = open.parentNode as LightElement;
    else if (name === 'p') this.at.appendChild(new LightElement(this.root.ownerDocument, 'p'));
  }
}

function parseInto(root: LightElement, html: string): void {
  const builder = new LightBuilder(root);
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = builder.open(name);
      for (const key in attributes) element.setAttribute(key, attributes[key] ?? '');
    },
    ontext: (data) => builder.addText(data),
    onclosetag: (name) => builder.close(name),
  });
  parser.end(html);
}
