import ipaddr from "ipaddr.js";

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3"); // all that IANA has given out for public use
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96"); // RFC 6052: the last four bytes are an IPv4 address

/**
 * Whether an IP address, as a resolver gives it, is one that anybody on the Internet may reach: not loopback, private,
 * link-local, shared (CGNAT), multicast or reserved, nor one of those wrapped into IPv6. What is no address is not.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // unwraps ::ffff:a.b.c.d
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  if (parsed.match(nat64)) return isPublic(parsed.toByteArray().slice(12).join("."));
  return parsed.match(globalUnicast) && parsed.range() === "unicast";
}
