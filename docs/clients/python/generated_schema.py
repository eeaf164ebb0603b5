import sgqlc.types
import sgqlc.types.datetime
import sgqlc.types.relay


generated_schema = sgqlc.types.Schema()


# Unexport Node/PageInfo, let schema re-declare them
generated_schema -= sgqlc.types.relay.Node
generated_schema -= sgqlc.types.relay.PageInfo



########################################################################
# Scalars and Enumerations
########################################################################
class AgencyFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('MONTH', 'REGION')


class AgencyOrderField(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CREATORS', 'FOLLOWERS', 'KEY', 'NAME', 'SPEND')


Boolean = sgqlc.types.Boolean

class BrandFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CATEGORY', 'INDUSTRY', 'REGION')


class BrandOrderField(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CAMPAIGNS', 'CREATORS', 'KEY', 'NAME', 'SPEND')


class CampaignFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('BRAND', 'CATEGORY', 'FORMAT', 'INDUSTRY', 'MONTH', 'OBJECTIVE')


class CampaignOrderField(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('BUDGET', 'CREATORS', 'IMPRESSIONS', 'KEY', 'NAME', 'SPEND', 'STARTS')


class ContentFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CAMPAIGN', 'FORMAT', 'MONTH')


class ContentFormat(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('IMAGE_TEXT', 'LIVE', 'MID_VIDEO', 'SHORT_VIDEO')


class CreatorFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('AGENCY', 'CATEGORY', 'GENDER', 'LANGUAGE', 'MONTH', 'PLATFORM', 'REGION', 'TIER')


class CreatorOrderField(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('BRANDS', 'CAMPAIGNS', 'CPM', 'FOLLOWERS', 'GROWTH', 'JOINED', 'KEY', 'NAME', 'PRICE', 'SPEND')


class CreatorTier(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('MACRO', 'MEGA', 'MICRO', 'MID', 'NANO')


Date = sgqlc.types.datetime.Date

DateTime = sgqlc.types.datetime.DateTime

class Direction(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('ASC', 'DESC')


class EdgeKind(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('APPEARS_IN', 'COLLABORATED_WITH', 'FOR_CAMPAIGN', 'IN_CATEGORY', 'MEMBER_OF', 'ON_PLATFORM', 'PARTICIPATED_IN', 'PART_OF', 'POSTED', 'RAN', 'REACHES', 'SIGNED_WITH')


class EntityKind(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('AGENCY', 'BRAND', 'CAMPAIGN', 'CATEGORY', 'CONTENT', 'CREATOR', 'PLATFORM', 'PROGRAMME', 'SEGMENT')


Float = sgqlc.types.Float

ID = sgqlc.types.ID

Int = sgqlc.types.Int

class InvitationAnswer(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('ACCEPTED', 'DECLINED', 'EXPIRED', 'PENDING')


class InvitationFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('ANSWER', 'CATEGORY', 'MONTH', 'SOURCE', 'TIER')


class JSON(sgqlc.types.Scalar):
    __schema__ = generated_schema


class Long(sgqlc.types.Scalar):
    __schema__ = generated_schema


class Money(sgqlc.types.Scalar):
    __schema__ = generated_schema


class Objective(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('AWARENESS', 'CONSIDERATION', 'CONVERSION')


class OverlapMethod(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('MEASURED', 'MODELLED')


class ParticipationFacet(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('BRAND', 'CATEGORY', 'MONTH', 'PLATFORM', 'REGION', 'SOURCE', 'TIER')


class ParticipationOrderField(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CLICKS', 'CPM', 'CTR', 'FEE', 'IMPRESSIONS', 'KEY', 'ROI', 'STARTS')


class QueryLanguage(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('CYPHER', 'GRAPHQL')


class ReasonKind(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('BUDGET_FIT', 'COMMON_NEIGHBOURS', 'GRAPH_POSITION', 'GROWTH', 'LIKELY_TO_ACCEPT', 'PAST_PERFORMANCE', 'SAME_CATEGORY', 'SAME_REGION', 'SHARED_AGENCY', 'SHARED_BRANDS', 'SHARED_CAMPAIGNS', 'SHARED_CONTENTS', 'SIMILAR_AUDIENCE', 'SIMILAR_CONTENT', 'SIMILAR_PRICE', 'SIMILAR_SIZE')


class SegmentDimension(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('AGE', 'DEVICE', 'GENDER', 'INTEREST', 'REGION')


class SelectionSource(sgqlc.types.Enum):
    __schema__ = generated_schema
    __choices__ = ('RECOMMENDED', 'SELF_PICKED')


String = sgqlc.types.String


########################################################################
# Input Objects
########################################################################
class AgencyFilter(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('key', 'name', 'regions', 'creators', 'and_', 'or_', 'not_')
    key = sgqlc.types.Field('StringMatch', graphql_name='key')
    name = sgqlc.types.Field('StringMatch', graphql_name='name')
    regions = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='regions')
    creators = sgqlc.types.Field('LongRange', graphql_name='creators')
    and_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('AgencyFilter')), graphql_name='AND')
    or_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('AgencyFilter')), graphql_name='OR')
    not_ = sgqlc.types.Field('AgencyFilter', graphql_name='NOT')


class AgencyOrder(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('field', 'direction')
    field = sgqlc.types.Field(sgqlc.types.non_null(AgencyOrderField), graphql_name='field')
    direction = sgqlc.types.Field(Direction, graphql_name='direction')


class AnswerInvitationInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'campaign', 'creator', 'answer')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    campaign = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='campaign')
    creator = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='creator')
    answer = sgqlc.types.Field(sgqlc.types.non_null(InvitationAnswer), graphql_name='answer')


class AudienceMatch(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('segment', 'share')
    segment = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='segment')
    share = sgqlc.types.Field(sgqlc.types.non_null('FloatRange'), graphql_name='share')


class BrandFilter(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('key', 'name', 'industries', 'categories', 'and_', 'or_', 'not_')
    key = sgqlc.types.Field('StringMatch', graphql_name='key')
    name = sgqlc.types.Field('StringMatch', graphql_name='name')
    industries = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='industries')
    categories = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='categories')
    and_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('BrandFilter')), graphql_name='AND')
    or_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('BrandFilter')), graphql_name='OR')
    not_ = sgqlc.types.Field('BrandFilter', graphql_name='NOT')


class BrandOrder(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('field', 'direction')
    field = sgqlc.types.Field(sgqlc.types.non_null(BrandOrderField), graphql_name='field')
    direction = sgqlc.types.Field(Direction, graphql_name='direction')


class CampaignFilter(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('key', 'name', 'brands', 'objectives', 'categories', 'budget', 'starts', 'ends', 'and_', 'or_', 'not_')
    key = sgqlc.types.Field('StringMatch', graphql_name='key')
    name = sgqlc.types.Field('StringMatch', graphql_name='name')
    brands = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='brands')
    objectives = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(Objective)), graphql_name='objectives')
    categories = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='categories')
    budget = sgqlc.types.Field('LongRange', graphql_name='budget')
    starts = sgqlc.types.Field('DateRange', graphql_name='starts')
    ends = sgqlc.types.Field('DateRange', graphql_name='ends')
    and_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('CampaignFilter')), graphql_name='AND')
    or_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('CampaignFilter')), graphql_name='OR')
    not_ = sgqlc.types.Field('CampaignFilter', graphql_name='NOT')


class CampaignOrder(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('field', 'direction')
    field = sgqlc.types.Field(sgqlc.types.non_null(CampaignOrderField), graphql_name='field')
    direction = sgqlc.types.Field(Direction, graphql_name='direction')


class CreateAudiencePackageInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'name', 'contents', 'campaign')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    contents = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(ID)), graphql_name='contents')
    campaign = sgqlc.types.Field(ID, graphql_name='campaign')


class CreateCampaignInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'key', 'brand', 'name', 'objective', 'categories', 'formats', 'budget', 'starts', 'ends', 'target_segments')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    key = sgqlc.types.Field(String, graphql_name='key')
    brand = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='brand')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    objective = sgqlc.types.Field(sgqlc.types.non_null(Objective), graphql_name='objective')
    categories = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='categories')
    formats = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(ContentFormat)), graphql_name='formats')
    budget = sgqlc.types.Field(Money, graphql_name='budget')
    starts = sgqlc.types.Field(Date, graphql_name='starts')
    ends = sgqlc.types.Field(Date, graphql_name='ends')
    target_segments = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='targetSegments')


class CreatorFilter(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('key', 'name', 'followers', 'price', 'regions', 'languages', 'genders', 'verified', 'categories', 'platforms', 'agencies', 'has_agency', 'worked_with_brands', 'worked_in_campaigns', 'audience', 'growth', 'and_', 'or_', 'not_')
    key = sgqlc.types.Field('StringMatch', graphql_name='key')
    name = sgqlc.types.Field('StringMatch', graphql_name='name')
    followers = sgqlc.types.Field('LongRange', graphql_name='followers')
    price = sgqlc.types.Field('PriceRange', graphql_name='price')
    regions = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='regions')
    languages = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='languages')
    genders = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='genders')
    verified = sgqlc.types.Field(Boolean, graphql_name='verified')
    categories = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='categories')
    platforms = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='platforms')
    agencies = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='agencies')
    has_agency = sgqlc.types.Field(Boolean, graphql_name='hasAgency')
    worked_with_brands = sgqlc.types.Field('SetMatch', graphql_name='workedWithBrands')
    worked_in_campaigns = sgqlc.types.Field('SetMatch', graphql_name='workedInCampaigns')
    audience = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(AudienceMatch)), graphql_name='audience')
    growth = sgqlc.types.Field('GrowthRange', graphql_name='growth')
    and_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('CreatorFilter')), graphql_name='AND')
    or_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null('CreatorFilter')), graphql_name='OR')
    not_ = sgqlc.types.Field('CreatorFilter', graphql_name='NOT')


class CreatorOrder(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('field', 'direction', 'format')
    field = sgqlc.types.Field(sgqlc.types.non_null(CreatorOrderField), graphql_name='field')
    direction = sgqlc.types.Field(Direction, graphql_name='direction')
    format = sgqlc.types.Field(ContentFormat, graphql_name='format')


class DateRange(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('gte', 'lte')
    gte = sgqlc.types.Field(Date, graphql_name='gte')
    lte = sgqlc.types.Field(Date, graphql_name='lte')


class FloatRange(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('gte', 'lte')
    gte = sgqlc.types.Field(Float, graphql_name='gte')
    lte = sgqlc.types.Field(Float, graphql_name='lte')


class GrowthRange(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('days', 'gte', 'lte')
    days = sgqlc.types.Field(Int, graphql_name='days')
    gte = sgqlc.types.Field(Float, graphql_name='gte')
    lte = sgqlc.types.Field(Float, graphql_name='lte')


class InvitationInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('creator', 'source', 'offer')
    creator = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='creator')
    source = sgqlc.types.Field(sgqlc.types.non_null(SelectionSource), graphql_name='source')
    offer = sgqlc.types.Field(Money, graphql_name='offer')


class InviteCreatorsInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'campaign', 'invitations')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    campaign = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='campaign')
    invitations = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(InvitationInput))), graphql_name='invitations')


class LongRange(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('gte', 'lte', 'gt', 'lt')
    gte = sgqlc.types.Field(Long, graphql_name='gte')
    lte = sgqlc.types.Field(Long, graphql_name='lte')
    gt = sgqlc.types.Field(Long, graphql_name='gt')
    lt = sgqlc.types.Field(Long, graphql_name='lt')


class LookalikeWeights(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('graph', 'audience', 'content', 'commercial')
    graph = sgqlc.types.Field(Float, graphql_name='graph')
    audience = sgqlc.types.Field(Float, graphql_name='audience')
    content = sgqlc.types.Field(Float, graphql_name='content')
    commercial = sgqlc.types.Field(Float, graphql_name='commercial')


class ParticipationFilter(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('source', 'fee', 'impressions', 'brands', 'since', 'until')
    source = sgqlc.types.Field(SelectionSource, graphql_name='source')
    fee = sgqlc.types.Field(LongRange, graphql_name='fee')
    impressions = sgqlc.types.Field(LongRange, graphql_name='impressions')
    brands = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='brands')
    since = sgqlc.types.Field(Date, graphql_name='since')
    until = sgqlc.types.Field(Date, graphql_name='until')


class ParticipationOrder(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('field', 'direction')
    field = sgqlc.types.Field(sgqlc.types.non_null(ParticipationOrderField), graphql_name='field')
    direction = sgqlc.types.Field(Direction, graphql_name='direction')


class PriceRange(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('format', 'gte', 'lte')
    format = sgqlc.types.Field(sgqlc.types.non_null(ContentFormat), graphql_name='format')
    gte = sgqlc.types.Field(Money, graphql_name='gte')
    lte = sgqlc.types.Field(Money, graphql_name='lte')


class RecordContentMetricsInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'content', 'at', 'views', 'likes', 'comments', 'shares', 'clicks', 'conversions')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    content = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='content')
    at = sgqlc.types.Field(sgqlc.types.non_null(DateTime), graphql_name='at')
    views = sgqlc.types.Field(Long, graphql_name='views')
    likes = sgqlc.types.Field(Long, graphql_name='likes')
    comments = sgqlc.types.Field(Long, graphql_name='comments')
    shares = sgqlc.types.Field(Long, graphql_name='shares')
    clicks = sgqlc.types.Field(Long, graphql_name='clicks')
    conversions = sgqlc.types.Field(Long, graphql_name='conversions')


class RecordParticipationInput(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'campaign', 'creator', 'source', 'fee', 'impressions', 'engagements', 'clicks', 'conversions', 'gmv')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    campaign = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='campaign')
    creator = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='creator')
    source = sgqlc.types.Field(SelectionSource, graphql_name='source')
    fee = sgqlc.types.Field(Money, graphql_name='fee')
    impressions = sgqlc.types.Field(Long, graphql_name='impressions')
    engagements = sgqlc.types.Field(Long, graphql_name='engagements')
    clicks = sgqlc.types.Field(Long, graphql_name='clicks')
    conversions = sgqlc.types.Field(Long, graphql_name='conversions')
    gmv = sgqlc.types.Field(Money, graphql_name='gmv')


class SetMatch(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('some', 'none', 'all', 'since')
    some = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='some')
    none = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='none')
    all = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='all')
    since = sgqlc.types.Field(Date, graphql_name='since')


class StringMatch(sgqlc.types.Input):
    __schema__ = generated_schema
    __field_names__ = ('eq', 'in_', 'starts_with', 'contains')
    eq = sgqlc.types.Field(String, graphql_name='eq')
    in_ = sgqlc.types.Field(sgqlc.types.list_of(sgqlc.types.non_null(String)), graphql_name='in')
    starts_with = sgqlc.types.Field(String, graphql_name='startsWith')
    contains = sgqlc.types.Field(String, graphql_name='contains')



########################################################################
# Output Objects and Interfaces
########################################################################
class Node(sgqlc.types.Interface):
    __schema__ = generated_schema
    __field_names__ = ('id',)
    id = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='id')


class Entity(sgqlc.types.Interface):
    __schema__ = generated_schema
    __field_names__ = ('id', 'key', 'name', 'kind')
    id = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='id')
    key = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='key')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    kind = sgqlc.types.Field(sgqlc.types.non_null(EntityKind), graphql_name='kind')


class AgencyAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count', 'creators', 'followers', 'spend')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    creators = sgqlc.types.Field(Long, graphql_name='creators')
    followers = sgqlc.types.Field(Long, graphql_name='followers')
    spend = sgqlc.types.Field(Money, graphql_name='spend')


class AgencyBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'creators', 'followers', 'spend')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    creators = sgqlc.types.Field(Long, graphql_name='creators')
    followers = sgqlc.types.Field(Long, graphql_name='followers')
    spend = sgqlc.types.Field(Money, graphql_name='spend')


class AgencyConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('AgencyEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Agency'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(AgencyBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(AgencyFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(AgencyAggregates), graphql_name='aggregates')


class AgencyEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Agency'), graphql_name='node')


class AgencyPerformance(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('agency', 'performance')
    agency = sgqlc.types.Field('Agency', graphql_name='agency')
    performance = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='performance')


class AudienceOverlap(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('total', 'unique', 'shares', 'matrix', 'method', 'population', 'notes')
    total = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='total')
    unique = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='unique')
    shares = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('OverlapShare'))), graphql_name='shares')
    matrix = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Float))))), graphql_name='matrix')
    method = sgqlc.types.Field(sgqlc.types.non_null(OverlapMethod), graphql_name='method')
    population = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='population')
    notes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='notes')


class AudiencePackagePayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'audience_package', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    audience_package = sgqlc.types.Field('AudiencePackage', graphql_name='audiencePackage')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class AudienceShare(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('segment', 'share')
    segment = sgqlc.types.Field(sgqlc.types.non_null('Segment'), graphql_name='segment')
    share = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='share')


class BrandAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count', 'campaigns', 'spend')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    campaigns = sgqlc.types.Field(Long, graphql_name='campaigns')
    spend = sgqlc.types.Field(Money, graphql_name='spend')


class BrandBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'campaigns', 'spend')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    campaigns = sgqlc.types.Field(Long, graphql_name='campaigns')
    spend = sgqlc.types.Field(Money, graphql_name='spend')


class BrandConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('BrandEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Brand'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(BrandBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(BrandFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(BrandAggregates), graphql_name='aggregates')


class BrandEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Brand'), graphql_name='node')


class CampaignAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count', 'budget', 'spend', 'impressions', 'participations')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    budget = sgqlc.types.Field(Money, graphql_name='budget')
    spend = sgqlc.types.Field(Money, graphql_name='spend')
    impressions = sgqlc.types.Field(Long, graphql_name='impressions')
    participations = sgqlc.types.Field(Long, graphql_name='participations')


class CampaignBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'budget', 'spend', 'impressions', 'participations')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    budget = sgqlc.types.Field(Money, graphql_name='budget')
    spend = sgqlc.types.Field(Money, graphql_name='spend')
    impressions = sgqlc.types.Field(Long, graphql_name='impressions')
    participations = sgqlc.types.Field(Long, graphql_name='participations')


class CampaignConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CampaignEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Campaign'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(CampaignBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(CampaignFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(CampaignAggregates), graphql_name='aggregates')


class CampaignEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Campaign'), graphql_name='node')


class CampaignEvaluation(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('total', 'by_source', 'by_category', 'by_agency', 'benchmark', 'acceptance_rate')
    total = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='total')
    by_source = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SourcePerformance'))), graphql_name='bySource')
    by_category = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CategoryPerformance'))), graphql_name='byCategory')
    by_agency = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(AgencyPerformance))), graphql_name='byAgency')
    benchmark = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='benchmark')
    acceptance_rate = sgqlc.types.Field(Float, graphql_name='acceptanceRate')


class CampaignPayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'campaign', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    campaign = sgqlc.types.Field('Campaign', graphql_name='campaign')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class CategoryPerformance(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('category', 'performance')
    category = sgqlc.types.Field(sgqlc.types.non_null('Category'), graphql_name='category')
    performance = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='performance')


class Centrality(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('degree', 'page_rank')
    degree = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='degree')
    page_rank = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='pageRank')


class CollaboratorConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CollaboratorEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Creator'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')


class CollaboratorEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node', 'campaigns_together', 'contents_together', 'brands_together', 'last', 'weight')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='node')
    campaigns_together = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='campaignsTogether')
    contents_together = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='contentsTogether')
    brands_together = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='brandsTogether')
    last = sgqlc.types.Field(Date, graphql_name='last')
    weight = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='weight')


class CommunityConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CommunityEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Community'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')


class CommunityEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Community'), graphql_name='node')


class ContentAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count',)
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')


class ContentBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')


class ContentConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('ContentEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Content'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ContentBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(ContentFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(ContentAggregates), graphql_name='aggregates')


class ContentEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Content'), graphql_name='node')


class ContentMetric(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('at', 'views', 'likes', 'comments', 'shares', 'clicks', 'conversions')
    at = sgqlc.types.Field(sgqlc.types.non_null(DateTime), graphql_name='at')
    views = sgqlc.types.Field(Long, graphql_name='views')
    likes = sgqlc.types.Field(Long, graphql_name='likes')
    comments = sgqlc.types.Field(Long, graphql_name='comments')
    shares = sgqlc.types.Field(Long, graphql_name='shares')
    clicks = sgqlc.types.Field(Long, graphql_name='clicks')
    conversions = sgqlc.types.Field(Long, graphql_name='conversions')


class ContentPayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'content', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    content = sgqlc.types.Field('Content', graphql_name='content')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class Contract(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('creator', 'agency', 'since', 'until', 'exclusive')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    agency = sgqlc.types.Field(sgqlc.types.non_null('Agency'), graphql_name='agency')
    since = sgqlc.types.Field(sgqlc.types.non_null(Date), graphql_name='since')
    until = sgqlc.types.Field(Date, graphql_name='until')
    exclusive = sgqlc.types.Field(Boolean, graphql_name='exclusive')


class ContractConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('ContractEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Contract))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')


class ContractEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null(Contract), graphql_name='node')


class CreatorAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count', 'followers', 'spend', 'participations', 'mean_followers', 'mean_spend')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    followers = sgqlc.types.Field(Long, graphql_name='followers')
    spend = sgqlc.types.Field(Money, graphql_name='spend')
    participations = sgqlc.types.Field(Long, graphql_name='participations')
    mean_followers = sgqlc.types.Field(Float, graphql_name='meanFollowers')
    mean_spend = sgqlc.types.Field(Float, graphql_name='meanSpend')


class CreatorBrandConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CreatorBrandEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Entity))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    aggregates = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='aggregates')


class CreatorBrandEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node', 'creator', 'brand', 'campaigns', 'fee', 'last', 'performance')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null(Entity), graphql_name='node')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    brand = sgqlc.types.Field(sgqlc.types.non_null('Brand'), graphql_name='brand')
    campaigns = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='campaigns')
    fee = sgqlc.types.Field(Money, graphql_name='fee')
    last = sgqlc.types.Field(Date, graphql_name='last')
    performance = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='performance')


class CreatorBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'followers', 'spend', 'participations')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    followers = sgqlc.types.Field(Long, graphql_name='followers')
    spend = sgqlc.types.Field(Money, graphql_name='spend')
    participations = sgqlc.types.Field(Long, graphql_name='participations')


class CreatorConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('CreatorEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Creator'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(CreatorBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(CreatorFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(CreatorAggregates), graphql_name='aggregates')


class CreatorEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='node')


class FollowerPoint(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('date', 'followers')
    date = sgqlc.types.Field(sgqlc.types.non_null(Date), graphql_name='date')
    followers = sgqlc.types.Field(sgqlc.types.non_null(Long), graphql_name='followers')


class GraphPath(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('length', 'nodes', 'edges', 'text')
    length = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='length')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Entity))), graphql_name='nodes')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SubgraphEdge'))), graphql_name='edges')
    text = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='text')


class Invitation(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('campaign', 'creator', 'invited', 'source', 'offer', 'answer', 'answered')
    campaign = sgqlc.types.Field(sgqlc.types.non_null('Campaign'), graphql_name='campaign')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    invited = sgqlc.types.Field(sgqlc.types.non_null(DateTime), graphql_name='invited')
    source = sgqlc.types.Field(sgqlc.types.non_null(SelectionSource), graphql_name='source')
    offer = sgqlc.types.Field(Money, graphql_name='offer')
    answer = sgqlc.types.Field(sgqlc.types.non_null(InvitationAnswer), graphql_name='answer')
    answered = sgqlc.types.Field(DateTime, graphql_name='answered')


class InvitationAggregates(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('count', 'offer')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    offer = sgqlc.types.Field(Money, graphql_name='offer')


class InvitationBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'offer')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    offer = sgqlc.types.Field(Money, graphql_name='offer')


class InvitationConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('InvitationEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Invitation))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(InvitationBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(InvitationFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null(InvitationAggregates), graphql_name='aggregates')


class InvitationEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null(Invitation), graphql_name='node')


class InvitationPayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'invitation', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    invitation = sgqlc.types.Field(Invitation, graphql_name='invitation')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class InvitationsPayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'invitations', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    invitations = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Invitation))), graphql_name='invitations')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class LookalikeConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('LookalikeEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Entity))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null('PageInfo'), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(Int, graphql_name='totalCount')


class LookalikeEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node', 'score', 'reasons')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null(Entity), graphql_name='node')
    score = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='score')
    reasons = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Reason'))), graphql_name='reasons')


class Mutation(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('create_campaign', 'invite_creators', 'answer_invitation', 'record_participation', 'record_content_metrics', 'create_audience_package')
    create_campaign = sgqlc.types.Field(sgqlc.types.non_null(CampaignPayload), graphql_name='createCampaign', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(CreateCampaignInput), graphql_name='input', default=None)),
))
    )
    invite_creators = sgqlc.types.Field(sgqlc.types.non_null(InvitationsPayload), graphql_name='inviteCreators', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(InviteCreatorsInput), graphql_name='input', default=None)),
))
    )
    answer_invitation = sgqlc.types.Field(sgqlc.types.non_null(InvitationPayload), graphql_name='answerInvitation', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(AnswerInvitationInput), graphql_name='input', default=None)),
))
    )
    record_participation = sgqlc.types.Field(sgqlc.types.non_null('ParticipationPayload'), graphql_name='recordParticipation', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(RecordParticipationInput), graphql_name='input', default=None)),
))
    )
    record_content_metrics = sgqlc.types.Field(sgqlc.types.non_null(ContentPayload), graphql_name='recordContentMetrics', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(RecordContentMetricsInput), graphql_name='input', default=None)),
))
    )
    create_audience_package = sgqlc.types.Field(sgqlc.types.non_null(AudiencePackagePayload), graphql_name='createAudiencePackage', args=sgqlc.types.ArgDict((
        ('input', sgqlc.types.Arg(sgqlc.types.non_null(CreateAudiencePackageInput), graphql_name='input', default=None)),
))
    )


class NeighborCount(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('kind', 'outgoing', 'entities', 'count')
    kind = sgqlc.types.Field(sgqlc.types.non_null(EdgeKind), graphql_name='kind')
    outgoing = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='outgoing')
    entities = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(EntityKind))), graphql_name='entities')
    count = sgqlc.types.Field(sgqlc.types.non_null(Long), graphql_name='count')


class OverlapShare(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('creator', 'unique', 'overlapping')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    unique = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='unique')
    overlapping = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='overlapping')


class PageInfo(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('has_next_page', 'has_previous_page', 'start_cursor', 'end_cursor')
    has_next_page = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='hasNextPage')
    has_previous_page = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='hasPreviousPage')
    start_cursor = sgqlc.types.Field(String, graphql_name='startCursor')
    end_cursor = sgqlc.types.Field(String, graphql_name='endCursor')


class Participation(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('creator', 'campaign', 'source', 'fee', 'impressions', 'engagements', 'clicks', 'conversions', 'gmv', 'cpm', 'cpe', 'ctr', 'cvr', 'roas', 'roi')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    campaign = sgqlc.types.Field(sgqlc.types.non_null('Campaign'), graphql_name='campaign')
    source = sgqlc.types.Field(SelectionSource, graphql_name='source')
    fee = sgqlc.types.Field(Money, graphql_name='fee')
    impressions = sgqlc.types.Field(Long, graphql_name='impressions')
    engagements = sgqlc.types.Field(Long, graphql_name='engagements')
    clicks = sgqlc.types.Field(Long, graphql_name='clicks')
    conversions = sgqlc.types.Field(Long, graphql_name='conversions')
    gmv = sgqlc.types.Field(Money, graphql_name='gmv')
    cpm = sgqlc.types.Field(Float, graphql_name='cpm')
    cpe = sgqlc.types.Field(Float, graphql_name='cpe')
    ctr = sgqlc.types.Field(Float, graphql_name='ctr')
    cvr = sgqlc.types.Field(Float, graphql_name='cvr')
    roas = sgqlc.types.Field(Float, graphql_name='roas')
    roi = sgqlc.types.Field(Float, graphql_name='roi')


class ParticipationBucket(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('key', 'label', 'entity', 'count', 'performance')
    key = sgqlc.types.Field(String, graphql_name='key')
    label = sgqlc.types.Field(String, graphql_name='label')
    entity = sgqlc.types.Field(Entity, graphql_name='entity')
    count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='count')
    performance = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='performance')


class ParticipationConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count', 'facets', 'aggregates')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('ParticipationEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Participation))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null(PageInfo), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')
    facets = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ParticipationBucket))), graphql_name='facets', args=sgqlc.types.ArgDict((
        ('by', sgqlc.types.Arg(sgqlc.types.non_null(ParticipationFacet), graphql_name='by', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    aggregates = sgqlc.types.Field(sgqlc.types.non_null('Performance'), graphql_name='aggregates')


class ParticipationEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null(Participation), graphql_name='node')


class ParticipationPayload(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('client_mutation_id', 'participation', 'user_errors')
    client_mutation_id = sgqlc.types.Field(String, graphql_name='clientMutationId')
    participation = sgqlc.types.Field(Participation, graphql_name='participation')
    user_errors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('UserError'))), graphql_name='userErrors')


class Performance(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('participations', 'creators', 'fee', 'impressions', 'engagements', 'clicks', 'conversions', 'gmv', 'cpm', 'cpe', 'ctr', 'cvr', 'roas', 'roi')
    participations = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='participations')
    creators = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='creators')
    fee = sgqlc.types.Field(Money, graphql_name='fee')
    impressions = sgqlc.types.Field(Long, graphql_name='impressions')
    engagements = sgqlc.types.Field(Long, graphql_name='engagements')
    clicks = sgqlc.types.Field(Long, graphql_name='clicks')
    conversions = sgqlc.types.Field(Long, graphql_name='conversions')
    gmv = sgqlc.types.Field(Money, graphql_name='gmv')
    cpm = sgqlc.types.Field(Float, graphql_name='cpm')
    cpe = sgqlc.types.Field(Float, graphql_name='cpe')
    ctr = sgqlc.types.Field(Float, graphql_name='ctr')
    cvr = sgqlc.types.Field(Float, graphql_name='cvr')
    roas = sgqlc.types.Field(Float, graphql_name='roas')
    roi = sgqlc.types.Field(Float, graphql_name='roi')


class Query(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('node', 'nodes', 'agency', 'agencies', 'brand', 'brands', 'campaign', 'campaigns', 'communities', 'collaboration_network', 'creator', 'creators', 'cypher', 'neighborhood', 'paths', 'lookalikes', 'audience_overlap', 'saved_queries', 'run_saved_query', 'sdl', 'search')
    node = sgqlc.types.Field(Node, graphql_name='node', args=sgqlc.types.ArgDict((
        ('id', sgqlc.types.Arg(sgqlc.types.non_null(ID), graphql_name='id', default=None)),
))
    )
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(Node)), graphql_name='nodes', args=sgqlc.types.ArgDict((
        ('ids', sgqlc.types.Arg(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ID))), graphql_name='ids', default=None)),
))
    )
    agency = sgqlc.types.Field('Agency', graphql_name='agency', args=sgqlc.types.ArgDict((
        ('id', sgqlc.types.Arg(ID, graphql_name='id', default=None)),
        ('key', sgqlc.types.Arg(String, graphql_name='key', default=None)),
))
    )
    agencies = sgqlc.types.Field(sgqlc.types.non_null(AgencyConnection), graphql_name='agencies', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(AgencyFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(AgencyOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('last', sgqlc.types.Arg(Int, graphql_name='last', default=None)),
        ('before', sgqlc.types.Arg(String, graphql_name='before', default=None)),
))
    )
    brand = sgqlc.types.Field('Brand', graphql_name='brand', args=sgqlc.types.ArgDict((
        ('id', sgqlc.types.Arg(ID, graphql_name='id', default=None)),
        ('key', sgqlc.types.Arg(String, graphql_name='key', default=None)),
))
    )
    brands = sgqlc.types.Field(sgqlc.types.non_null(BrandConnection), graphql_name='brands', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(BrandFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(BrandOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('last', sgqlc.types.Arg(Int, graphql_name='last', default=None)),
        ('before', sgqlc.types.Arg(String, graphql_name='before', default=None)),
))
    )
    campaign = sgqlc.types.Field('Campaign', graphql_name='campaign', args=sgqlc.types.ArgDict((
        ('id', sgqlc.types.Arg(ID, graphql_name='id', default=None)),
        ('key', sgqlc.types.Arg(String, graphql_name='key', default=None)),
))
    )
    campaigns = sgqlc.types.Field(sgqlc.types.non_null(CampaignConnection), graphql_name='campaigns', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CampaignFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(CampaignOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('last', sgqlc.types.Arg(Int, graphql_name='last', default=None)),
        ('before', sgqlc.types.Arg(String, graphql_name='before', default=None)),
))
    )
    communities = sgqlc.types.Field(sgqlc.types.non_null(CommunityConnection), graphql_name='communities', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    collaboration_network = sgqlc.types.Field(sgqlc.types.non_null('Subgraph'), graphql_name='collaborationNetwork', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('min_shared', sgqlc.types.Arg(Int, graphql_name='minShared', default=2)),
        ('limit', sgqlc.types.Arg(Int, graphql_name='limit', default=500)),
))
    )
    creator = sgqlc.types.Field('Creator', graphql_name='creator', args=sgqlc.types.ArgDict((
        ('id', sgqlc.types.Arg(ID, graphql_name='id', default=None)),
        ('key', sgqlc.types.Arg(String, graphql_name='key', default=None)),
))
    )
    creators = sgqlc.types.Field(sgqlc.types.non_null(CreatorConnection), graphql_name='creators', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(CreatorOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('last', sgqlc.types.Arg(Int, graphql_name='last', default=None)),
        ('before', sgqlc.types.Arg(String, graphql_name='before', default=None)),
))
    )
    cypher = sgqlc.types.Field(sgqlc.types.non_null('TableResult'), graphql_name='cypher', args=sgqlc.types.ArgDict((
        ('statement', sgqlc.types.Arg(sgqlc.types.non_null(String), graphql_name='statement', default=None)),
        ('parameters', sgqlc.types.Arg(JSON, graphql_name='parameters', default=None)),
        ('limit', sgqlc.types.Arg(Int, graphql_name='limit', default=1000)),
))
    )
    neighborhood = sgqlc.types.Field(sgqlc.types.non_null('Subgraph'), graphql_name='neighborhood', args=sgqlc.types.ArgDict((
        ('of', sgqlc.types.Arg(sgqlc.types.non_null(ID), graphql_name='of', default=None)),
        ('depth', sgqlc.types.Arg(Int, graphql_name='depth', default=1)),
        ('kinds', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(EdgeKind)), graphql_name='kinds', default=None)),
        ('limit', sgqlc.types.Arg(Int, graphql_name='limit', default=200)),
))
    )
    paths = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(GraphPath))), graphql_name='paths', args=sgqlc.types.ArgDict((
        ('from_', sgqlc.types.Arg(sgqlc.types.non_null(ID), graphql_name='from', default=None)),
        ('to', sgqlc.types.Arg(sgqlc.types.non_null(ID), graphql_name='to', default=None)),
        ('kinds', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(EdgeKind)), graphql_name='kinds', default=None)),
        ('max_length', sgqlc.types.Arg(Int, graphql_name='maxLength', default=6)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=3)),
))
    )
    lookalikes = sgqlc.types.Field(sgqlc.types.non_null(LookalikeConnection), graphql_name='lookalikes', args=sgqlc.types.ArgDict((
        ('seeds', sgqlc.types.Arg(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ID))), graphql_name='seeds', default=None)),
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('weights', sgqlc.types.Arg(LookalikeWeights, graphql_name='weights', default=None)),
        ('diversity', sgqlc.types.Arg(Float, graphql_name='diversity', default=0)),
))
    )
    audience_overlap = sgqlc.types.Field(sgqlc.types.non_null(AudienceOverlap), graphql_name='audienceOverlap', args=sgqlc.types.ArgDict((
        ('creators', sgqlc.types.Arg(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ID))), graphql_name='creators', default=None)),
))
    )
    saved_queries = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SavedQuery'))), graphql_name='savedQueries', args=sgqlc.types.ArgDict((
        ('text', sgqlc.types.Arg(String, graphql_name='text', default=None)),
))
    )
    run_saved_query = sgqlc.types.Field(sgqlc.types.non_null('TableResult'), graphql_name='runSavedQuery', args=sgqlc.types.ArgDict((
        ('name', sgqlc.types.Arg(sgqlc.types.non_null(String), graphql_name='name', default=None)),
        ('parameters', sgqlc.types.Arg(JSON, graphql_name='parameters', default=None)),
        ('limit', sgqlc.types.Arg(Int, graphql_name='limit', default=1000)),
))
    )
    sdl = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='sdl')
    search = sgqlc.types.Field(sgqlc.types.non_null('SearchConnection'), graphql_name='search', args=sgqlc.types.ArgDict((
        ('text', sgqlc.types.Arg(sgqlc.types.non_null(String), graphql_name='text', default=None)),
        ('kinds', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(EntityKind)), graphql_name='kinds', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=10)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )


class Reason(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('kind', 'weight', 'text', 'evidence')
    kind = sgqlc.types.Field(sgqlc.types.non_null(ReasonKind), graphql_name='kind')
    weight = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='weight')
    text = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='text')
    evidence = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Entity))), graphql_name='evidence')


class Recommendation(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('entity', 'score', 'reasons')
    entity = sgqlc.types.Field(sgqlc.types.non_null(Entity), graphql_name='entity')
    score = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='score')
    reasons = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Reason))), graphql_name='reasons')


class SavedQuery(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('name', 'title', 'description', 'audience', 'tags', 'language', 'parameters')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    title = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='title')
    description = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='description')
    audience = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='audience')
    tags = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='tags')
    language = sgqlc.types.Field(sgqlc.types.non_null(QueryLanguage), graphql_name='language')
    parameters = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SavedQueryParameter'))), graphql_name='parameters')


class SavedQueryParameter(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('name', 'type', 'required', 'default', 'description')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    type = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='type')
    required = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='required')
    default = sgqlc.types.Field(JSON, graphql_name='default')
    description = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='description')


class SearchConnection(sgqlc.types.relay.Connection):
    __schema__ = generated_schema
    __field_names__ = ('edges', 'nodes', 'page_info', 'total_count')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SearchEdge'))), graphql_name='edges')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SearchHit'))), graphql_name='nodes')
    page_info = sgqlc.types.Field(sgqlc.types.non_null(PageInfo), graphql_name='pageInfo')
    total_count = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='totalCount')


class SearchEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('cursor', 'node')
    cursor = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='cursor')
    node = sgqlc.types.Field(sgqlc.types.non_null('SearchHit'), graphql_name='node')


class SearchHit(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('entity', 'score', 'highlights')
    entity = sgqlc.types.Field(sgqlc.types.non_null(Entity), graphql_name='entity')
    score = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='score')
    highlights = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='highlights')


class SourcePerformance(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('source', 'performance')
    source = sgqlc.types.Field(sgqlc.types.non_null(SelectionSource), graphql_name='source')
    performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='performance')


class Subgraph(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('nodes', 'edges', 'truncated', 'counts')
    nodes = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Entity))), graphql_name='nodes')
    edges = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('SubgraphEdge'))), graphql_name='edges')
    truncated = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='truncated')
    counts = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(NeighborCount))), graphql_name='counts')


class SubgraphEdge(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('id', 'kind', 'from_', 'to', 'weight', 'properties')
    id = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='id')
    kind = sgqlc.types.Field(sgqlc.types.non_null(EdgeKind), graphql_name='kind')
    from_ = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='from')
    to = sgqlc.types.Field(sgqlc.types.non_null(ID), graphql_name='to')
    weight = sgqlc.types.Field(Float, graphql_name='weight')
    properties = sgqlc.types.Field(JSON, graphql_name='properties')


class Subscription(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('campaign_performance',)
    campaign_performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='campaignPerformance', args=sgqlc.types.ArgDict((
        ('campaign', sgqlc.types.Arg(sgqlc.types.non_null(ID), graphql_name='campaign', default=None)),
))
    )


class TableResult(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('columns', 'rows', 'truncated', 'warnings', 'milliseconds')
    columns = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='columns')
    rows = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(sgqlc.types.list_of(JSON)))), graphql_name='rows')
    truncated = sgqlc.types.Field(sgqlc.types.non_null(Boolean), graphql_name='truncated')
    warnings = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='warnings')
    milliseconds = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='milliseconds')


class UserError(sgqlc.types.Type):
    __schema__ = generated_schema
    __field_names__ = ('path', 'code', 'message')
    path = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(String))), graphql_name='path')
    code = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='code')
    message = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='message')


class Agency(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('region', 'founded', 'creators', 'brands', 'partners', 'performance', 'lookalikes')
    region = sgqlc.types.Field(String, graphql_name='region')
    founded = sgqlc.types.Field(Date, graphql_name='founded')
    creators = sgqlc.types.Field(sgqlc.types.non_null(CreatorConnection), graphql_name='creators', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(CreatorOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    brands = sgqlc.types.Field(sgqlc.types.non_null(BrandConnection), graphql_name='brands', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    partners = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Recommendation))), graphql_name='partners', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='performance', args=sgqlc.types.ArgDict((
        ('from_', sgqlc.types.Arg(Date, graphql_name='from', default=None)),
        ('to', sgqlc.types.Arg(Date, graphql_name='to', default=None)),
))
    )
    lookalikes = sgqlc.types.Field(sgqlc.types.non_null(LookalikeConnection), graphql_name='lookalikes', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )


class AudiencePackage(sgqlc.types.Type, Node):
    __schema__ = generated_schema
    __field_names__ = ('name', 'size', 'segments')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    size = sgqlc.types.Field(sgqlc.types.non_null(Float), graphql_name='size')
    segments = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(AudienceShare))), graphql_name='segments')


class Brand(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('industry', 'categories', 'campaigns', 'creators', 'competitors', 'performance', 'lookalikes')
    industry = sgqlc.types.Field(String, graphql_name='industry')
    categories = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Category'))), graphql_name='categories')
    campaigns = sgqlc.types.Field(sgqlc.types.non_null(CampaignConnection), graphql_name='campaigns', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CampaignFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(CampaignOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    creators = sgqlc.types.Field(sgqlc.types.non_null(CreatorBrandConnection), graphql_name='creators', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    competitors = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Recommendation))), graphql_name='competitors', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )
    performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='performance', args=sgqlc.types.ArgDict((
        ('from_', sgqlc.types.Arg(Date, graphql_name='from', default=None)),
        ('to', sgqlc.types.Arg(Date, graphql_name='to', default=None)),
))
    )
    lookalikes = sgqlc.types.Field(sgqlc.types.non_null(LookalikeConnection), graphql_name='lookalikes', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )


class Campaign(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('brand', 'objective', 'budget', 'starts', 'ends', 'categories', 'formats', 'target_segments', 'participations', 'invitations', 'performance', 'evaluation')
    brand = sgqlc.types.Field(sgqlc.types.non_null(Brand), graphql_name='brand')
    objective = sgqlc.types.Field(Objective, graphql_name='objective')
    budget = sgqlc.types.Field(Money, graphql_name='budget')
    starts = sgqlc.types.Field(Date, graphql_name='starts')
    ends = sgqlc.types.Field(Date, graphql_name='ends')
    categories = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Category'))), graphql_name='categories')
    formats = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ContentFormat))), graphql_name='formats')
    target_segments = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Segment'))), graphql_name='targetSegments')
    participations = sgqlc.types.Field(sgqlc.types.non_null(ParticipationConnection), graphql_name='participations', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(ParticipationFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(ParticipationOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    invitations = sgqlc.types.Field(sgqlc.types.non_null(InvitationConnection), graphql_name='invitations', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='performance')
    evaluation = sgqlc.types.Field(sgqlc.types.non_null(CampaignEvaluation), graphql_name='evaluation')


class Category(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('parent', 'creators')
    parent = sgqlc.types.Field('Category', graphql_name='parent')
    creators = sgqlc.types.Field(sgqlc.types.non_null(CreatorConnection), graphql_name='creators', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(CreatorOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )


class Community(sgqlc.types.Type, Node):
    __schema__ = generated_schema
    __field_names__ = ('name', 'size', 'top_categories', 'members')
    name = sgqlc.types.Field(sgqlc.types.non_null(String), graphql_name='name')
    size = sgqlc.types.Field(sgqlc.types.non_null(Int), graphql_name='size')
    top_categories = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Category))), graphql_name='topCategories')
    members = sgqlc.types.Field(sgqlc.types.non_null(CreatorConnection), graphql_name='members', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )


class Content(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('creator', 'co_creators', 'campaign', 'format', 'published', 'metrics')
    creator = sgqlc.types.Field(sgqlc.types.non_null('Creator'), graphql_name='creator')
    co_creators = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Creator'))), graphql_name='coCreators')
    campaign = sgqlc.types.Field(Campaign, graphql_name='campaign')
    format = sgqlc.types.Field(sgqlc.types.non_null(ContentFormat), graphql_name='format')
    published = sgqlc.types.Field(sgqlc.types.non_null(DateTime), graphql_name='published')
    metrics = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(ContentMetric))), graphql_name='metrics')


class Creator(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('handle', 'bio', 'region', 'language', 'gender', 'verified', 'followers', 'joined', 'price', 'platforms', 'categories', 'agency', 'contracts', 'participations', 'contents', 'brands', 'audience', 'follower_history', 'performance', 'collaborators', 'community', 'centrality', 'lookalikes', 'recommended_collaborators')
    handle = sgqlc.types.Field(String, graphql_name='handle')
    bio = sgqlc.types.Field(String, graphql_name='bio')
    region = sgqlc.types.Field(String, graphql_name='region')
    language = sgqlc.types.Field(String, graphql_name='language')
    gender = sgqlc.types.Field(String, graphql_name='gender')
    verified = sgqlc.types.Field(Boolean, graphql_name='verified')
    followers = sgqlc.types.Field(Long, graphql_name='followers')
    joined = sgqlc.types.Field(Date, graphql_name='joined')
    price = sgqlc.types.Field(Money, graphql_name='price', args=sgqlc.types.ArgDict((
        ('format', sgqlc.types.Arg(sgqlc.types.non_null(ContentFormat), graphql_name='format', default=None)),
))
    )
    platforms = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null('Platform'))), graphql_name='platforms')
    categories = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Category))), graphql_name='categories')
    agency = sgqlc.types.Field(Agency, graphql_name='agency', args=sgqlc.types.ArgDict((
        ('at', sgqlc.types.Arg(Date, graphql_name='at', default=None)),
))
    )
    contracts = sgqlc.types.Field(sgqlc.types.non_null(ContractConnection), graphql_name='contracts', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    participations = sgqlc.types.Field(sgqlc.types.non_null(ParticipationConnection), graphql_name='participations', args=sgqlc.types.ArgDict((
        ('filter', sgqlc.types.Arg(ParticipationFilter, graphql_name='filter', default=None)),
        ('order_by', sgqlc.types.Arg(sgqlc.types.list_of(sgqlc.types.non_null(ParticipationOrder)), graphql_name='orderBy', default=None)),
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    contents = sgqlc.types.Field(sgqlc.types.non_null(ContentConnection), graphql_name='contents', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    brands = sgqlc.types.Field(sgqlc.types.non_null(CreatorBrandConnection), graphql_name='brands', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
))
    )
    audience = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(AudienceShare))), graphql_name='audience', args=sgqlc.types.ArgDict((
        ('dimension', sgqlc.types.Arg(SegmentDimension, graphql_name='dimension', default=None)),
))
    )
    follower_history = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(FollowerPoint))), graphql_name='followerHistory', args=sgqlc.types.ArgDict((
        ('from_', sgqlc.types.Arg(Date, graphql_name='from', default=None)),
        ('to', sgqlc.types.Arg(Date, graphql_name='to', default=None)),
))
    )
    performance = sgqlc.types.Field(sgqlc.types.non_null(Performance), graphql_name='performance', args=sgqlc.types.ArgDict((
        ('from_', sgqlc.types.Arg(Date, graphql_name='from', default=None)),
        ('to', sgqlc.types.Arg(Date, graphql_name='to', default=None)),
))
    )
    collaborators = sgqlc.types.Field(sgqlc.types.non_null(CollaboratorConnection), graphql_name='collaborators', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('min_shared', sgqlc.types.Arg(Int, graphql_name='minShared', default=1)),
))
    )
    community = sgqlc.types.Field(Community, graphql_name='community')
    centrality = sgqlc.types.Field(Centrality, graphql_name='centrality')
    lookalikes = sgqlc.types.Field(sgqlc.types.non_null(LookalikeConnection), graphql_name='lookalikes', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
        ('after', sgqlc.types.Arg(String, graphql_name='after', default=None)),
        ('filter', sgqlc.types.Arg(CreatorFilter, graphql_name='filter', default=None)),
        ('weights', sgqlc.types.Arg(LookalikeWeights, graphql_name='weights', default=None)),
        ('diversity', sgqlc.types.Arg(Float, graphql_name='diversity', default=0)),
))
    )
    recommended_collaborators = sgqlc.types.Field(sgqlc.types.non_null(sgqlc.types.list_of(sgqlc.types.non_null(Recommendation))), graphql_name='recommendedCollaborators', args=sgqlc.types.ArgDict((
        ('first', sgqlc.types.Arg(Int, graphql_name='first', default=20)),
))
    )


class Platform(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ()


class Programme(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('starts', 'ends', 'budget')
    starts = sgqlc.types.Field(Date, graphql_name='starts')
    ends = sgqlc.types.Field(Date, graphql_name='ends')
    budget = sgqlc.types.Field(Money, graphql_name='budget')


class Segment(sgqlc.types.Type, Node, Entity):
    __schema__ = generated_schema
    __field_names__ = ('dimension',)
    dimension = sgqlc.types.Field(sgqlc.types.non_null(SegmentDimension), graphql_name='dimension')



########################################################################
# Unions
########################################################################

########################################################################
# Schema Entry Points
########################################################################
generated_schema.query_type = Query
generated_schema.mutation_type = Mutation
generated_schema.subscription_type = Subscription

