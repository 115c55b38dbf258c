import {number, timeOfDay} from '../format.js';
import type {Candle} from '../simulation/candles.js';

const width = 840;
const height = 300;
/** Room for prices at the right, for times below, and for volume above them. */
const rightRoom = 62;
const bottomRoom = 20;
const volumeHeight = 38;
const plotHeight = height - bottomRoom - volumeHeight - 8;

/** Steps between grid lines that people read easily. */
const gridSteps = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];

interface Props {
  readonly candles: readonly Candle[];
  readonly mark: number;
}

/** Minutes of trading, with the mark price as a line. */
export const Chart = ({candles, mark}: Props) => {
  const low = Math.min(mark, ...candles.map((candle) => candle.low));
  const high = Math.max(mark, ...candles.map((candle) => candle.high));
  const most = Math.max(...candles.map(({volume}) => volume));
  const slot = (width - rightRoom) / candles.length;
  const y = (price: number) =>
    Number(
      (6 + ((high - price) / (high - low)) * (plotHeight - 12)).toFixed(1),
    );
  const x = (index: number) => Number(((index + 0.5) * slot).toFixed(1));
  const step = gridSteps.find((size) => (high - low) / size <= 6) ?? 5000;
  const lines = Array.from(
    {length: Math.floor(high / step) - Math.ceil(low / step) + 1},
    (_, index) => (Math.ceil(low / step) + index) * step,
  );
  const markY = y(mark);
  return (
    <section className="panel-box chart" aria-labelledby="chart-title">
      <div className="panel-head">
        <h2 id="chart-title">BTC-PERP, 1 minute</h2>
        <p className="legend">
          <span className="mark-line" /> Mark price
        </p>
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Candles of the last ${candles.length} minutes, between ${number(low, 1)} and ${number(high, 1)}`}
      >
        {lines.map((price) => (
          <g key={price} className="grid">
            <line x1={0} x2={width - rightRoom} y1={y(price)} y2={y(price)} />
            {Math.abs(y(price) - markY) > 12 && (
              <text x={width - rightRoom + 8} y={y(price) + 4}>
                {number(price, 0)}
              </text>
            )}
          </g>
        ))}
        {candles.map(
          ({time, open, high: top, low: bottom, close, volume}, index) => {
            const bar = Math.max(1, (volume / most) * volumeHeight);
            const upper = y(Math.max(open, close));
            return (
              <g key={time} className={close < open ? 'sell' : 'buy'}>
                <line x1={x(index)} x2={x(index)} y1={y(top)} y2={y(bottom)} />
                <rect
                  x={x(index) - slot * 0.34}
                  y={upper}
                  width={slot * 0.68}
                  height={Math.max(1, y(Math.min(open, close)) - upper)}
                />
                <rect
                  className="volume"
                  x={x(index) - slot * 0.34}
                  y={height - bottomRoom - bar}
                  width={slot * 0.68}
                  height={bar}
                />
                {(time / 60_000) % 15 === 0 && (
                  <text x={x(index)} y={height - 5} textAnchor="middle">
                    {timeOfDay(time).slice(0, 5)}
                  </text>
                )}
              </g>
            );
          },
        )}
        <g className="mark">
          <line x1={0} x2={width - rightRoom} y1={markY} y2={markY} />
          <rect
            x={width - rightRoom + 2}
            y={markY - 9}
            width={rightRoom - 2}
            height={18}
            rx={3}
          />
          <text x={width - rightRoom + 8} y={markY + 4}>
            {number(mark, 1)}
          </text>
        </g>
      </svg>
    </section>
  );
};
