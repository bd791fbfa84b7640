# The service in one image. docs/operating.md says how it is run; the way without Docker stands there first.
FROM node:24-slim AS build
WORKDIR /otklik
COPY . .
RUN npm ci && npm run build:web && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production OTKLIK_DATA=/data OTKLIK_KEY_FILE=/key/key OTKLIK_HOST=0.0.0.0 OTKLIK_PORT=4410
WORKDIR /otklik
COPY --from=build /otklik/package.json ./
COPY --from=build /otklik/node_modules ./node_modules
COPY --from=build /otklik/packages ./packages
COPY --from=build /otklik/functions ./functions
COPY --from=build /otklik/web/package.json ./web/
COPY --from=build /otklik/web/dist ./web/dist
# The key lies apart from the data, so that no copy of the data carries it.
RUN install -d -o node -g node -m 700 /data /key
USER node
VOLUME ["/data", "/key"]
EXPOSE 4410
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4410/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "packages/local/bin/otklik.js"]
CMD ["start", "--empty", "--log"]
