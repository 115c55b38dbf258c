import {useLayoutEffect, useRef, useState} from 'react';
import {number, timeOfDay} from '../format.js';
import type {Candle} from '../simulation/candles.js';

/** Room for prices at the right, for times below, and for volume above them. */
const rightRoom = 66;
const bottomRoom = 20;
const volumeShare = 0.12;
/** Pixels of a candle, with the space beside it. */
const slot = 8;

/** Steps between grid lines that people read easily. */
const gridSteps = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];

interface Props {
  readonly candles: readonly Candle[];
  readonly mark: number;
}

/** Minutes of trading, with the mark price as a line. */
export const Chart = ({candles: all, mark}: Props) => {
  const [plot, {width, height}] = useSize<HTMLDivElement>();
  const right = Math.max(slot, width - rightRoom);
  const candles = all.slice(-Math.floor(right / slot));
  const volumeHeight = height * volumeShare;
  const plotHeight = height - bottomRoom - volumeHeight - 8;
  const low = Math.min(mark, ...candles.map((candle) => candle.low));
  const high = Math.max(mark, ...candles.map((candle) => candle.high));
  const most = Math.max(...candles.map(({volume}) => volume));
  const y = (price: number) =>
    Number(
      (6 + ((high - price) / (high - low)) * (plotHeight - 12)).toFixed(1),
    );
  const x = (index: number) => right - (candles.length - index - 0.5) * slot;
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
      <div className="plot" ref={plot}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`Candles of the last ${candles.length} minutes, between ${number(low, 1)} and ${number(high, 1)}`}
        >
          {lines.map((price) => (
            <g key={price} className="grid">
              <line x1={0} x2={right} y1={y(price)} y2={y(price)} />
              {Math.abs(y(price) - markY) > 12 && (
                <text x={right + 8} y={y(price) + 4}>
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
                  <line
                    x1={x(index)}
                    x2={x(index)}
                    y1={y(top)}
                    y2={y(bottom)}
                  />
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
            <line x1={0} x2={right} y1={markY} y2={markY} />
            <rect
              x={right + 2}
              y={markY - 9}
              width={rightRoom - 2}
              height={18}
              rx={3}
            />
            <text x={right + 8} y={markY + 4}>
              {number(mark, 1)}
            </text>
          </g>
        </svg>
      </div>
    </section>
  );
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room that an element has, in pixels, as it changes. */
const useSize = <E extends Element>() => {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>({width: 640, height: 320});
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const {width, height} = entry!.contentRect;
      setSize({width, height});
    });
    observer.observe(ref.current!);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [ref, size] as const;
};
