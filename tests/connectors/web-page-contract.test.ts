import { webPage } from "@otklik/connectors/web-page/index";
import { describeConnector } from "../contracts/connector.ts";
import { testTools } from "../support/tools.ts";

const url = "https://demo.example/kettle";

interface Written {
  id: string;
  text: string;
}

const block = ({ id, text }: Written) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@type": "Review",
    "@id": `#${id}`,
    author: "Demo author",
    datePublished: "2024-05-01",
    reviewBody: text,
  })}</script>`;

describeConnector("A web page", async () => {
  const reviews: Written[] = [
    { id: "review-1", text: "It whistles." },
    { id: "review-2", text: "It leaks." },
  ];
  const tools = testTools({
    http: async () =>
      new Response(
        `<!doctype html><html lang="en"><title>Demo kettle</title>${reviews.map(block).join("\n")}`,
        {
          headers: { "content-type": "text/html; charset=utf-8" },
        },
      ),
  });
  return {
    connector: webPage,
    account: null,
    settings: { url },
    tools,
    speaks: "markup" as const,
    close: async () => {},
    async addMention(text: string) {
      const id = `review-${reviews.length + 1}`;
      reviews.unshift({ id, text });
      return `${url}#${id}`;
    },
    async editMention(externalId: string, text: string) {
      const written = reviews.find(({ id }) => externalId === `${url}#${id}`);
      Object.assign(written ?? {}, { text });
    },
    breakOneEntry: (body: string) => body.replace('"@type":"Review"', '"@type" "Review"'),
    changeShape: (body: string) => body.replaceAll("application/ld+json", "application/x-reviews"),
  };
});
