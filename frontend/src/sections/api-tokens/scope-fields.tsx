import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Scope } from '../../gql/graphql';
import { useIsSandbox } from '../../lib/sandbox';
import classes from './scope-fields.module.css';
import { type Area, areas, isConfinable, scopesOf, toggled } from './scopes';
import { useAreaNames, useScopeNames } from './words';

type ScopeFieldsProps = {
  value: readonly Scope[];
  error?: ReactNode;
  /** The token is limited to specific apps: some scopes are not for it. */
  limited: boolean;
  onChange: (scopes: Scope[]) => void;
};

type AreaFieldsProps = ScopeFieldsProps & {
  area: Area;
  scopes: readonly Scope[];
  errorId: string;
  limitId: string;
};

function AreaFields({ area, scopes, value, error, errorId, limited, limitId, onChange }: AreaFieldsProps) {
  const id = useId();
  const areaNames = useAreaNames();
  const scopeNames = useScopeNames();
  return (
    <fieldset aria-labelledby={id} className={classes.area}>
      <Text fw={500} id={id}>
        {areaNames[area]}
      </Text>
      <Stack gap={6}>
        {scopes.map((scope) => {
          const disabled = limited && !isConfinable(scope);
          return (
            <Checkbox
              key={scope}
              label={scopeNames[scope]}
              checked={value.includes(scope) && !disabled}
              disabled={disabled}
              aria-invalid={error ? true : undefined}
              aria-describedby={disabled ? limitId : error ? errorId : undefined}
              onChange={() => onChange(toggled(value, scope))}
            />
          );
        })}
      </Stack>
    </fieldset>
  );
}

/** What a token may look at and change, area by area. */
export function ScopeFields({ value, error, limited, onChange }: ScopeFieldsProps) {
  const { t } = useLingui();
  const errorId = useId();
  const limitId = useId();
  const isSandbox = useIsSandbox();
  const shown = areas.filter(({ area }) => area !== 'sandbox' || isSandbox);
  return (
    <fieldset className={classes.all}>
      <legend className={classes.legend}>{t`Permissions`}</legend>
      <Text size="xs" c="dimmed" mb="xs">
        <Trans>Grant only what’s needed.</Trans>
      </Text>
      <div className={classes.areas}>
        {shown.map((one) => (
          <AreaFields
            key={one.area}
            area={one.area}
            scopes={scopesOf(one)}
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
            Tokens limited to specific apps can’t change your profile, use SSH keys and API tokens, or move a
            sandbox’s clock.
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
