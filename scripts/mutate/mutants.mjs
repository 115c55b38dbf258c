/** Finds small changes of a source text that its tests ought to notice. */
import ts from 'typescript';

/**
 * A change of a source text.
 *
 * @typedef {object} Mutant
 * @property {string} kind What is changed: `condition`, `bound`, `operator`, …
 * @property {number} start Offset of what is replaced, in UTF-16 code units.
 * @property {number} end
 * @property {string} replacement
 */

/** Operators, with what each is mistaken for, and the name of the mistake. */
const OPERATORS = new Map(
  /** @type {const} */ ([
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==', 'condition']],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===', 'condition']],
    [ts.SyntaxKind.LessThanToken, ['<=', 'bound']],
    [ts.SyntaxKind.LessThanEqualsToken, ['<', 'bound']],
    [ts.SyntaxKind.GreaterThanToken, ['>=', 'bound']],
    [ts.SyntaxKind.GreaterThanEqualsToken, ['>', 'bound']],
    [ts.SyntaxKind.AmpersandAmpersandToken, ['||', 'operator']],
    [ts.SyntaxKind.BarBarToken, ['&&', 'operator']],
    [ts.SyntaxKind.QuestionQuestionToken, ['&&', 'operator']],
    [ts.SyntaxKind.PlusToken, ['-', 'operator']],
    [ts.SyntaxKind.MinusToken, ['+', 'operator']],
  ]),
);

/** Methods that are dropped from a chain, so that what they do is not done. */
const DROPPED = new Set([
  ...['filter', 'reverse', 'slice', 'sort', 'toLowerCase', 'trim', 'normalize'],
]);

/** Whether a text is part of a type, a message or an import, not of behaviour. */
const isInert = (node) =>
  ts.isImportDeclaration(node.parent) ||
  ts.isExportDeclaration(node.parent) ||
  ts.isLiteralTypeNode(node.parent) ||
  ts.isPropertyAssignment(node.parent);

/**
 * The mutants of one node, without those of its children.
 *
 * @param {ts.Node} node
 * @param {ts.SourceFile} file
 * @returns {Mutant[]}
 */
const mutantsOf = (node, file) => {
  const replace = (kind, of, replacement) => ({
    kind,
    start: of.getStart(file),
    end: of.getEnd(),
    replacement,
  });
  if (ts.isBinaryExpression(node)) {
    const change = OPERATORS.get(node.operatorToken.kind);
    return change ? [replace(change[1], node.operatorToken, change[0])] : [];
  }
  if (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.ExclamationToken
  )
    return [replace('condition', node, `!!${node.operand.getText(file)}`)];
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition;
    return ['true', 'false'].map((value) =>
      replace('condition', condition, value),
    );
  }
  if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent))
    return [replace('number', node, String(Number(node.text) + 1))];
  if (ts.isStringLiteral(node) && !isInert(node))
    return [replace('text', node, node.text ? "''" : "'mutant'")];
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    DROPPED.has(node.expression.name.text)
  )
    return [replace('call', node, node.expression.expression.getText(file))];
  if (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(node.expression) &&
    node.expression.expression.kind !== ts.SyntaxKind.SuperKeyword
  )
    return [replace('statement', node, ';')];
  if (
    ts.isRegularExpressionLiteral(node) &&
    /\^|\$(?=\/)/.test(node.text.replace('[^', ''))
  )
    return [
      replace('pattern', node, node.text.replace('/^', '/').replace('$/', '/')),
    ].filter(({replacement}) => replacement !== node.text);
  return [];
};

/**
 * All mutants of a TypeScript module, in the order of the text.
 *
 * @param {string} text
 * @returns {Mutant[]}
 */
export const mutantsIn = (text) => {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    mutants.push(...mutantsOf(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
};

/**
 * @param {string} text
 * @param {Mutant} mutant
 */
export const mutated = (text, {start, end, replacement}) =>
  text.slice(0, start) + replacement + text.slice(end);
