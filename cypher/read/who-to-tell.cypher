// Who looks after some children
// Parents, and whoever else cares for them, by ties in force on the day. Who lives with a child is another
// question (stays-in-homes).
// @mode read
// @param children: [ID!]!
// @returns child: ID!
// @returns carer: ID!
MATCH (carer:Person)-[r:PARENT_OF|CARES_FOR WHERE
  // @include in-force r
]->(child:Person)
WHERE child.id IN $children
RETURN DISTINCT child.id AS child, carer.id AS carer
ORDER BY child, carer
