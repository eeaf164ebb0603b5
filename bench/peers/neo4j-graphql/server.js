// Serves the graph with @neo4j/graphql on graphql-yoga, set up as their documentation does for production.
// It reads NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, listens at LISTEN, host:port, and starts PROCESSES of
// itself on that port if more than one is asked for.
import cluster from "node:cluster";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, LISTEN, PROCESSES } = process.env;

async function serve() {
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
  const typeDefs = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();

  // Parsed and validated documents are cached by yoga unless told otherwise.
  const yoga = createYoga({ schema, graphiql: false, landingPage: false, logging: "error" });
  const server = createServer(yoga);
  const [host, port] = LISTEN.split(":");
  server.listen(Number(port), host, () => console.log(`listening at http://${host}:${server.address().port}/graphql`));
}

if (cluster.isPrimary && Number(PROCESSES) > 1) {
  for (let i = 0; i < Number(PROCESSES); i++) cluster.fork();
} else {
  await serve();
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
