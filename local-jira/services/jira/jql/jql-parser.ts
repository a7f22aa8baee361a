import { invalid } from '../jira-error';

/** A condition of a query; `values` of `in` lists, one value otherwise; functions keep their brackets. */
export interface JqlCondition {
  kind: 'condition';
  field: string;
  operator: string;
  values: string[];
}

export type JqlNode = JqlCondition | { kind: 'and' | 'or'; nodes: JqlNode[] } | { kind: 'not'; node: JqlNode };

export interface JqlQuery {
  /** `null` for a query with an ORDER BY only. */
  where: JqlNode | null;
  orderBy: { field: string; isDescending: boolean }[];
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|<=|>=|!~|[()=~,<>])|([^\s()=!~,<>"']+))/gy;

interface Token {
  text: string;
  isQuoted: boolean;
}

/**
 * Reads the part of JQL the local Jira plays: comparisons, `in`, `is empty`, AND, OR, NOT, brackets, ORDER BY.
 *
 * @throws {JiraError} 400 with what was not understood.
 */
export function parseJql(text: string): JqlQuery {
  const tokens = tokenize(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isWord = (word: string, offset = 0): boolean => {
    const token = tokens[at + offset];
    return token !== undefined && !token.isQuoted && token.text.toLowerCase() === word;
  };
  const take = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw invalid('Error in the JQL Query: the query ends too early.');
    at += 1;
    return token;
  };
  const takeWord = (word: string): boolean => {
    if (!isWord(word)) return false;
    at += 1;
    return true;
  };
  const expect = (word: string): void => {
    if (!takeWord(word)) throw invalid(`Error in the JQL Query: expecting '${word}' but got '${peek()?.text ?? 'the end'}'.`);
  };
  const parseOr = (): JqlNode => parseChain('or', () => parseChain('and', parseTerm));
  const parseChain = (word: 'and' | 'or', parseNext: () => JqlNode): JqlNode => {
    const nodes = [parseNext()];
    while (takeWord(word)) nodes.push(parseNext());
    const [only] = nodes;
    return nodes.length === 1 && only !== undefined ? only : { kind: word, nodes };
  };
  const parseTerm = (): JqlNode => {
    if (takeWord('not')) return { kind: 'not', node: parseTerm() };
    if (!takeWord('(')) return parseCondition();
    const inner = parseOr();
    expect(')');
    return inner;
  };
  const parseCondition = (): JqlNode => {
    const field = take().text.toLowerCase();
    if (takeWord('is')) {
      const operator = takeWord('not') ? 'is not' : 'is';
      take();
      return { kind: 'condition', field, operator, values: [] };
    }
    const isNegated = takeWord('not');
    const operator = `${isNegated ? 'not ' : ''}${take().text.toLowerCase()}`;
    const values = operator.endsWith('in') ? parseValueList() : [parseValue()];
    return { kind: 'condition', field, operator, values };
  };
  const parseValueList = (): string[] => {
    if (!takeWord('(')) return [parseValue()];
    const values = [parseValue()];
    while (takeWord(',')) values.push(parseValue());
    expect(')');
    return values;
  };
  const parseValue = (): string => {
    const { text: value } = take();
    if (!isWord('(')) return value;
    expect('(');
    expect(')');
    return `${value}()`;
  };
  const parseOrderBy = (): JqlQuery['orderBy'] => {
    const orders = [];
    do {
      const field = take().text.toLowerCase();
      const isDescending = takeWord('desc');
      if (!isDescending) takeWord('asc');
      orders.push({ field, isDescending });
    } while (takeWord(','));
    return orders;
  };
  const where = peek() === undefined || isWord('order') ? null : parseOr();
  const orderBy = takeWord('order') ? (expect('by'), parseOrderBy()) : [];
  if (peek() !== undefined) throw invalid(`Error in the JQL Query: '${peek()?.text}' was not expected.`);
  return { where, orderBy };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw invalid(`Error in the JQL Query: '${trimmed.slice(from, from + 20)}' cannot be read.`);
    const quoted = match[1] ?? match[2];
    tokens.push(
      quoted === undefined
        ? { text: match[3] ?? match[4] ?? '', isQuoted: false }
        : { text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true },
    );
  }
  return tokens;
}
