/**
 * What readers type into the search of the bundled glossary, and the entries
 * that they mean: ids, any order. Written before the search was tuned, from the
 * list of names and from what people ask about derivatives.
 */
export const QUERIES: readonly (readonly [
  query: string,
  ...expected: string[],
])[] = [
  // Names, whole and begun.
  ['delta', 'delta'],
  ['gamma', 'gamma'],
  ['margin', 'margin'],
  ['option', 'option'],
  ['basis', 'basis'],
  ['funding', 'funding-rate', 'funding-payment'],
  ['liquidation', 'liquidation', 'liquidation-price'],
  ['impl', 'implied-volatility', 'implementation-shortfall'],
  ['block', 'block', 'blockchain'],
  ['stak', 'staking', 'staking-yield'],
  ['volatility s', 'volatility-surface', 'volatility-skew', 'volatility-smile'],
  ['open int', 'open-interest'],
  ['strike', 'strike-price'],
  // Abbreviations and aliases.
  ['itm', 'in-the-money'],
  ['iv', 'implied-volatility'],
  ['oi', 'open-interest'],
  ['ltv', 'loan-to-value'],
  ['adl', 'auto-deleveraging'],
  ['kyc', 'know-your-customer'],
  ['perp', 'perpetual-future'],
  ['time decay', 'theta'],
  ['vomma', 'volga'],
  ['clearing house', 'central-counterparty'],
  ['fat tails', 'tail-risk'],
  ['poor mans covered call', 'diagonal-spread'],
  ['51% attack', 'majority-attack'],
  ['stop loss', 'stop-loss-order'],
  ['L2', 'layer-2'],
  ['reorg', 'chain-reorganization'],
  ['haircut', 'collateral-haircut'],
  ['P&L', 'profit-and-loss'],
  ['twap', 'twap-order', 'time-weighted-average-price'],
  // Typing errors.
  ['volatilty', 'volatility'],
  ['straddel', 'straddle'],
  ['colateral', 'collateral'],
  ['arbitrge', 'arbitrage'],
  ['liqudation price', 'liquidation-price'],
  ['perpetal', 'perpetual-future'],
  ['backwardatoin', 'backwardation'],
  ['inpermanent loss', 'impermanent-loss'],
  ['fundng rate', 'funding-rate'],
  ['slipage', 'slippage', 'slippage-tolerance'],
  // Other orders, other forms, accents.
  ['parity put call', 'put-call-parity'],
  ['price mark', 'mark-price'],
  ['smart contracts', 'smart-contract', 'smart-contract-risk'],
  ['options', 'option', 'options-vault'],
  ['délta hedging', 'delta-hedging'],
  // Words of the texts.
  ['deribit', 'dvol'],
  ['lognormal', 'geometric-brownian-motion', 'black-scholes-model'],
  ['zero knowledge', 'zk-rollup', 'validity-proof'],
];
