import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

import styles from './Slider.module.css';

/** A share of 0 to 1, moved in steps of five hundredths. `shown` is what stands beside it. */
export function Slider({
  label,
  value,
  shown,
  onCommit,
}: {
  label: string;
  value: number;
  shown: string;
  onCommit: (value: number) => void;
}) {
  return (
    <AriaSlider
      key={value}
      className={styles['slider']!}
      defaultValue={value}
      minValue={0}
      maxValue={1}
      step={0.05}
      onChangeEnd={(next) => onCommit(Array.isArray(next) ? next[0]! : next)}
    >
      <Label className={styles['label']!}>{label}</Label>
      <SliderOutput className={styles['output']!}>{shown}</SliderOutput>
      <SliderTrack className={styles['track']!}>
        <SliderThumb className={styles['thumb']!} />
      </SliderTrack>
    </AriaSlider>
  );
}
