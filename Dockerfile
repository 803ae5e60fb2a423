# syntax=docker/dockerfile:1
# One image for every role: HTTP server, worker, webhook delivery, command line. TypeScript runs as it is, so there is no build step.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No dependency needs its install script; the npm package "node" (for machines with an older Node) is a development dependency and stays out.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24-slim AS app
ENV NODE_ENV=production \
    COPYDESK_HOST=0.0.0.0 \
    COPYDESK_HOME=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY docs/record.schema.json ./docs/record.schema.json
COPY models ./models
COPY seeds ./seeds
COPY bin ./bin
COPY src ./src
COPY workers ./workers
# /data holds the embedded Postgres when no DATABASE_URL is set. The code belongs to root: the running user cannot change it.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3004
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.COPYDESK_PORT || 3004}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/copydesk.js"]
CMD ["up"]
