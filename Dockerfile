# Kith without a Neo4j of its own: NEO4J_URI names one, so there is no Java here.
FROM node:20-bookworm-slim
WORKDIR /opt/kith
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build && mkdir -p /var/lib/kith && chown node:node /var/lib/kith
ENV NODE_ENV=production KITH_HOST=0.0.0.0 KITH_PORT=7780 KITH_HOME=/var/lib/kith
VOLUME /var/lib/kith
EXPOSE 7780
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:7780/health/ready').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/kith.mjs", "start"]
