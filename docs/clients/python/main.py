"""gql: operations held against the schema before they are sent, a subscription over a WebSocket."""

import asyncio
import os

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.websockets import WebsocketsTransport

URL = os.environ.get("CREATORGRAPH_URL", "http://127.0.0.1:8080/graphql")
CREATOR = os.environ.get("CREATOR_KEY", "cr-000001")
CAMPAIGN = os.environ.get("CAMPAIGN_KEY", "cp-000001")

BY_KEY = gql("query ($key: String!) { creator(key: $key) { id key ... on Entity { name } } }")
CAMPAIGN_BY_KEY = gql("query ($key: String!) { campaign(key: $key) { id starts } }")
RECORD = gql(
    """mutation ($input: RecordParticipationInput!) {
      recordParticipation(input: $input) { userErrors { code message } }
    }"""
)
TOTALS = gql("subscription ($campaign: ID!) { campaignPerformance(campaign: $campaign) { fee } }")


async def ask(session, operation, **variables):
    operation.variable_values = variables
    return await session.execute(operation)


async def main():
    http = Client(transport=AIOHTTPTransport(url=URL), fetch_schema_from_transport=True)
    socket = Client(transport=WebsocketsTransport(url=URL.replace("http", "ws", 1)))
    async with http as session, socket as live:
        creator = (await ask(session, BY_KEY, key=CREATOR))["creator"]
        campaign = (await ask(session, CAMPAIGN_BY_KEY, key=CAMPAIGN))["campaign"]
        assert creator["key"] == CREATOR

        TOTALS.variable_values = {"campaign": campaign["id"]}
        before = None
        async for event in live.subscribe(TOTALS):
            fee = event["campaignPerformance"]["fee"]
            if before is not None and fee != before:
                break
            if before is None:
                before = fee or 0
                # A fee that the creator cannot have yet.
                change = {"campaign": campaign["id"], "creator": creator["id"], "fee": before + 1}
                answer = await ask(session, RECORD, input=change)
                assert answer["recordParticipation"]["userErrors"] == [], answer
    print("ok")


asyncio.run(asyncio.wait_for(main(), 60))
