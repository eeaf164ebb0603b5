# The server alone; its database is another container (compose.yaml) or any Neo4j.
FROM node:20 AS web
WORKDIR /src
COPY web web
COPY schema schema
COPY docs/examples docs/examples
RUN cd web && npm ci --no-audit --no-fund && npm run build

FROM golang:1.26 AS build
WORKDIR /src
COPY . .
COPY --from=web /src/web/dist web/dist
RUN CGO_ENABLED=0 go build -o /creatorgraph ./cmd/creatorgraph

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /creatorgraph /creatorgraph
ENTRYPOINT ["/creatorgraph"]
