import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Input, Radio, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Scope } from '../../gql/graphql';
import { useIsSandbox } from '../../lib/sandbox';
import classes from './scope-fields.module.css';
import {
  type AreaScopes,
  areas,
  isConfinable,
  levelOf,
  levels,
  presets,
  scopesAt,
  scopesOfPreset,
  withLevel,
} from './scopes';
import { useAreaNames, useLevelNames, usePresetNames, useScopeNames } from './words';

type ScopeFieldsProps = {
  value: readonly Scope[];
  error?: ReactNode;
  /** The token is limited to specific apps: some scopes are not for it. */
  limited: boolean;
  onChange: (scopes: Scope[]) => void;
};

/** What each level of an area allows beyond the one before. */
function Explanation({ area: { read, write }, id }: { area: AreaScopes; id: string }) {
  const names = useScopeNames();
  return (
    <Text size="xs" c="dimmed" component="div" id={id} className={classes.explanation}>
      {read !== write && (
        <div>
          <Trans>Read: {names[read]}</Trans>
        </div>
      )}
      {write && (
        <div>
          <Trans>Write: {names[write]}</Trans>
        </div>
      )}
    </Text>
  );
}

type AreaRowProps = ScopeFieldsProps & { area: AreaScopes; errorId: string; limitId: string };

/** A row of the matrix: one level of the area is chosen, with the arrow keys too. */
function AreaRow({ area, value, error, errorId, limited, limitId, onChange }: AreaRowProps) {
  const id = useId();
  const areaNames = useAreaNames();
  const levelNames = useLevelNames();
  // What a limited token can't have comes back once it is no longer limited.
  const level = levelOf(limited ? value.filter(isConfinable) : value, area);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-name`}
      aria-describedby={error ? `${id}-about ${errorId}` : `${id}-about`}
      aria-invalid={error ? true : undefined}
      className={classes.row}
    >
      <Text fw={500} id={`${id}-name`} className={classes.name}>
        {areaNames[area.area]}
      </Text>
      {levels.map((one) => {
        const scopes = scopesAt(area, one);
        if (!scopes) return <span key={one} />;
        const disabled = limited && !scopes.every(isConfinable);
        return (
          <label key={one} htmlFor={`${id}-${one}`} className={classes.cell}>
            <Radio
              id={`${id}-${one}`}
              name={id}
              // The accent is for what is granted.
              color={one === 'none' ? 'gray' : undefined}
              aria-label={levelNames[one]}
              checked={level === one}
              disabled={disabled}
              aria-describedby={disabled ? limitId : undefined}
              onChange={() => onChange(withLevel(value, area, one))}
            />
          </label>
        );
      })}
      <Explanation area={area} id={`${id}-about`} />
    </div>
  );
}

function Presets({ shown, onChange }: { shown: readonly AreaScopes[]; onChange: (scopes: Scope[]) => void }) {
  const names = usePresetNames();
  return (
    <Group gap="xs" mb="xs">
      {presets.map((preset) => (
        <Button
          key={preset}
          variant="default"
          size="xs"
          onClick={() => onChange(scopesOfPreset(preset, shown))}
        >
          {names[preset]}
        </Button>
      ))}
    </Group>
  );
}

/** What a token may look at and change: a matrix of areas and levels. */
export function ScopeFields({ value, error, limited, onChange }: ScopeFieldsProps) {
  const { t } = useLingui();
  const levelNames = useLevelNames();
  const errorId = useId();
  const limitId = useId();
  const isSandbox = useIsSandbox();
  const shown = areas.filter(({ area }) => area !== 'sandbox' || isSandbox);
  return (
    <fieldset className={classes.all}>
      <legend className={classes.legend}>{t`Permissions`}</legend>
      <Text size="xs" c="dimmed" mb="xs">
        <Trans>Grant only what’s needed. Write includes read.</Trans>
      </Text>
      <Presets shown={shown} onChange={onChange} />
      <div className={classes.matrix}>
        <div className={classes.head} aria-hidden>
          {levels.map((level) => (
            <span key={level}>{levelNames[level]}</span>
          ))}
        </div>
        {shown.map((area) => (
          <AreaRow
            key={area.area}
            area={area}
            value={value}
            error={error}
            errorId={errorId}
            limited={limited}
            limitId={limitId}
            onChange={onChange}
          />
        ))}
      </div>
      {limited && (
        <Text size="xs" c="dimmed" mt="xs" id={limitId}>
          <Trans>
            Tokens limited to specific apps can’t change your profile, use SSH keys, API tokens and billing,
            or move a sandbox’s clock.
          </Trans>
        </Text>
      )}
      {error && (
        <Input.Error id={errorId} mt={6}>
          {error}
        </Input.Error>
      )}
    </fieldset>
  );
}
