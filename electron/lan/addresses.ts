import { BlockList } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { lanHostNameSchema } from '../../shared/domain/lan.ts';

/** An address of this machine in a local network. */
export interface LanAddress {
  address: string;
  interfaceName: string;
  /** Bits of its network. */
  prefix: number;
}

/** RFC 1918 and 6598, and what a machine gives itself (RFC 3927): no address that the internet reaches. */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, prefix);

/** Where the door can be opened. */
export function listLanAddresses(): LanAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([interfaceName, held]) =>
    (held ?? [])
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && privateNetworks.check(address),
      )
      .map(({ address, cidr }) => ({ address, interfaceName, prefix: Number(cidr?.split('/')[1] ?? 24) })),
  );
}

/** What the machine is called, as a name of local networks. */
export function suggestedHostName(): string {
  const [first = ''] = hostname().toLowerCase().split('.');
  const named = lanHostNameSchema.safeParse(`${first.replace(/[^a-z0-9-]/g, '-')}.local`);
  return named.success ? named.data : 'mot-cua.local';
}
