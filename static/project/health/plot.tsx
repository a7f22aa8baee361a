import { useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../kit/text/use-text';
import { layOut, PLOT } from './lay-out';
import styles from './plot.module.css';
import type { PlotShape } from './plot-shape';
import { useWidth } from './use-width';

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => Math.min(index + 1, last),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

const DIAMOND = 'M0,-7L7,0L0,7L-7,0Z';
const WHISKER_END = 4;

/** How far from its point a name stands, downwards. */
const LABEL_AT = { above: -12, below: 22 };

/** Where the title of the upright axis stands, above everything. */
const TITLE = 12;

/** Radius of a dot, and what it becomes below so many pixels a point. */
const DOT = 4;
const SMALL_DOT = 2.5;
const CROWDED = 8;

/**
 * Points and limits as SVG. One stop for the keyboard: arrow keys go from point to point, each says when, how much and whether it is
 * outside; the same stands under the plot.
 */
export function Plot({ name, shape }: { readonly name: string; readonly shape: PlotShape }) {
  const t = useText();
  const { ref, width } = useWidth<HTMLDivElement>();
  const places = useRef<(SVGGElement | null)[]>([]);
  const [reached, setReached] = useState<number | null>(null);
  const { series, lines, marks, points, xTicks, yTicks } = layOut(shape, width);
  const last = points.length - 1;
  const radius = (width - PLOT.left - PLOT.right) / points.length < CROWDED ? SMALL_DOT : DOT;
  const stop = Math.min(reached ?? last, last);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(stop, last);
    if (next === undefined) return;
    event.preventDefault();
    places.current[next]?.focus();
  };
  return (
    <div ref={ref} className={styles.place}>
      <svg width={width} height={PLOT.height} role="group" aria-label={name} className={styles.plot} onKeyDown={onKeyDown}>
        <g aria-hidden="true">
          {yTicks.map(({ at, text, top }) => (
            <g key={at} transform={`translate(0,${String(top)})`}>
              <line x1={PLOT.left} x2={width - PLOT.right} className={styles.grid} />
              <text x={PLOT.left - 8} dy="0.32em" className={styles.yTick}>
                {text}
              </text>
            </g>
          ))}
          {xTicks.map(({ at, text, left }) => (
            <text key={at} x={left} y={PLOT.height - 8} className={styles[tickAt(at, shape.x.domain)]}>
              {text}
            </text>
          ))}
          <text y={TITLE} className={styles.firstTick}>
            {shape.y.title}
          </text>
          {shape.x.title !== undefined && (
            <text x={width - PLOT.right} y={PLOT.height - PLOT.bottom - 6} className={styles.lastTick}>
              {shape.x.title}
            </text>
          )}
          {lines.map(({ kind, path }, index) => (
            <path key={index} d={path} className={styles[kind]} />
          ))}
          {marks.map(({ left, text, isLate }) => (
            <g key={left} transform={`translate(${String(left)},0)`}>
              <line y1={PLOT.top - 16} y2={PLOT.height - PLOT.bottom} className={styles.mark} />
              <text x={isLate ? -4 : 4} y={PLOT.top - 4} className={isLate ? styles.lastTick : styles.firstTick}>
                {text}
              </text>
            </g>
          ))}
          <path d={series} className={styles.series} />
        </g>
        {points.map(({ left, top, text, label, isSignal, isOpen, from, to }, index) => (
          <g
            key={index}
            ref={(place) => {
              places.current[index] = place;
            }}
            transform={`translate(${String(left)},${String(top)})`}
            role="img"
            aria-label={text}
            tabIndex={index === stop ? 0 : -1}
            className={styles.point}
            onFocus={() => setReached(index)}
            onMouseEnter={() => setReached(index)}
          >
            {from !== undefined && to !== undefined && (
              <path
                d={`M0,${String(from - top)}V${String(to - top)}M-${String(WHISKER_END)},${String(from - top)}h${String(2 * WHISKER_END)}M-${String(WHISKER_END)},${String(to - top)}h${String(2 * WHISKER_END)}`}
                className={styles.whisker}
              />
            )}
            <circle r="12" className={styles.ring} />
            {isSignal ? (
              <path d={DIAMOND} className={styles.signal} />
            ) : (
              <circle r={radius} className={isOpen === true ? styles.openDot : styles.dot} />
            )}
            {label !== undefined && (
              <text y={LABEL_AT[label.side]} className={left > width / 2 ? styles.lastTick : styles.firstTick} aria-hidden="true">
                {label.name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <p className={styles.said} aria-hidden="true">
        {reached === null ? t('health.plot.hint') : points[stop]?.text}
      </p>
    </div>
  );
}

/** What is written at an end of the axis stays inside of the plot. */
function tickAt(at: number, [first, last]: PlotShape['x']['domain']): 'firstTick' | 'lastTick' | 'xTick' {
  if (at === first) return 'firstTick';
  return at === last ? 'lastTick' : 'xTick';
}
