import { GetParametersByPathCommand, type SSMClient } from "@aws-sdk/client-ssm";

/**
 * All parameters below `prefix`, decrypted, by their names without it: `/otklik/production/openai-key` read with the
 * prefix `/otklik/production` is `openai-key`. Read once, at a cold start.
 */
export async function readParameters(client: SSMClient, prefix: string): Promise<Map<string, string>> {
  const path = `/${prefix.replace(/^\/+|\/+$/g, "")}`;
  const found = new Map<string, string>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new GetParametersByPathCommand({ Path: path, WithDecryption: true, NextToken }),
    );
    for (const { Name = "", Value = "" } of page.Parameters ?? [])
      found.set(Name.slice(path.length + 1), Value);
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
}
