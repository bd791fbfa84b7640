import { isPublic } from "@otklik/connectors/kit/addresses";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("isPublic", () => {
  it.each([
    ["loopback", ["127.0.0.1", "127.8.8.8", "::1"]],
    ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fec0::1"]],
    ["link-local, where clouds keep their metadata", ["169.254.169.254", "fe80::1", "fe80::1%eth0"]],
    ["shared by carriers", ["100.64.0.1", "100.127.255.255"]],
    ["nowhere", ["0.0.0.0", "::", "0.1.2.3"]],
    ["multicast and broadcast", ["224.0.0.1", "ff02::1", "255.255.255.255"]],
    ["reserved", ["192.0.2.1", "198.18.0.1", "240.0.0.1", "2001:db8::1", "3fff::1", "4000::1"]],
    ["IPv4 inside IPv6", ["::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8"]],
    ["tunnels", ["2002:a00:1::", "2002:808:808::", "2001::1"]],
    ["no address", ["", "localhost", "example.com", "1.2.3.4.5"]],
  ])("keeps out what is %s", (_what, addresses) => {
    expect(addresses.filter(isPublic)).toEqual([]);
  });

  it("lets in what anybody may reach", () => {
    const addresses = ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"];
    expect(addresses.filter((address) => !isPublic(address))).toEqual([]);
  });

  it("judges an address wrapped into IPv6 as it judges the address", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address));
        expect(isPublic(`64:ff9b::${address}`)).toBe(isPublic(address));
      }),
    );
  });
});
