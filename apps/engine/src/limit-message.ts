import type { ChainLimits, Limit } from '@countersign/policy';
import type { ChainLimits as ChainLimitsMessage, Limit as LimitMessage } from '@countersign/rpc';

/**
 * Limits between the wire and the policy core. The wire has one message with room for every kind; what a kind has no use
 * for must be left empty, and then is left out here, so that the core's strict check sees only what was said.
 */
export const limitInput = (message: LimitMessage): object => ({
  kind: message.kind,
  max: message.max,
  ...(message.measure !== '' && { measure: message.measure }),
  ...(message.perDestination && { perDestination: true }),
  ...(message.durationMs !== 0 && { ms: message.durationMs }),
  ...(message.unit !== '' && { unit: message.unit }),
  ...(message.zone !== '' && { zone: message.zone }),
  ...(message.startsOn !== 0 && { startsOn: message.startsOn }),
});

export const limitMessage = (limit: Limit): LimitMessage => {
  const { kind, measure, perDestination, max } = limit;
  return {
    kind,
    measure,
    perDestination,
    max,
    durationMs: limit.kind === 'sliding' ? limit.ms : 0,
    unit: limit.kind === 'calendar' ? limit.unit : '',
    zone: limit.kind === 'calendar' ? limit.zone : '',
    startsOn: limit.kind === 'calendar' ? limit.startsOn : 0,
  };
};

export const chainLimitsMessage = ({ chainId, limits }: ChainLimits): ChainLimitsMessage => ({
  chainId,
  limits: limits.map(limitMessage),
});
