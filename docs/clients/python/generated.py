"""What ariadne-codegen and sgqlc-codegen make of the schema, asked: a client of methods, and an object a type."""

import asyncio
import os

import generated_schema
import httpx
from generated_client import Client
from sgqlc.endpoint.http import HTTPEndpoint
from sgqlc.operation import Operation

URL = os.environ.get("CREATORGRAPH_URL", "http://127.0.0.1:8080/graphql")
CREATOR = os.environ.get("CREATOR_KEY", "cr-000001")


async def ariadne():
    async with Client(url=URL, http_client=httpx.AsyncClient(timeout=60)) as client:
        creator = (await client.creator_by_key(key=CREATOR)).creator
        node = (await client.node_by_id(id=creator.id)).node
        assert creator.key == CREATOR and node.typename__ == "Creator", node


def sgqlc():
    operation = Operation(generated_schema.Query)
    operation.creator(key=CREATOR).__fields__("id", "key", "followers")
    answer = operation + HTTPEndpoint(URL)(operation)
    assert answer.creator.key == CREATOR, answer


asyncio.run(ariadne())
sgqlc()
print("ok")
