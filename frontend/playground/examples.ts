import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';

type Tabs = NonNullable<ComponentProps<typeof GraphiQL>['defaultTabs']>;

/** A tab is titled by the name of its operation. */
const variables = (value: unknown) => JSON.stringify(value, null, 2);

export const examples: Tabs = [
  {
    query: `# Who am I
#
# Requests carry the dashboard's session: sign in
# there first. With nobody signed in, "viewer" is null.
# Run this with Ctrl-Enter (⌘-Enter).
query WhoAmI {
  viewer {
    id
    username
    email
    fullName
    language
    timeZone
    createdAt
  }
  serverInfo {
    version
    sandbox
  }
}
`,
  },
  {
    query: `# Create an app
#
# What a user can put right stands in "errors", with the
# path of its input field; nothing was changed then.
# Try a name with a capital letter.
mutation CreateAnApp($input: CreateAppInput!) {
  createApp(input: $input) {
    app {
      id
      name
      gitRemote
      viewerCan
    }
    errors {
      message
      code
      path
    }
  }
}
`,
    variables: variables({ input: { name: 'my-first-app' } }),
  },
  {
    query: `# Add an SSH key
#
# Paste the line of your ~/.ssh/id_ed25519.pub as "publicKey".
mutation AddAnSshKey($input: AddSshKeyInput!) {
  addSshKey(input: $input) {
    sshKey {
      id
      name
      fingerprint
      type
    }
    errors {
      message
      code
      path
      ... on SshKeyTakenError {
        fingerprint
      }
    }
  }
}
`,
    variables: variables({ input: { name: 'Laptop', publicKey: 'ssh-ed25519 AAAA… me@laptop' } }),
  },
  {
    query: `# Follow my timeline
#
# Run this, then do something in another window: add a
# key, create an app, push. The newest event is shown.
# To go on where you left off, give the last cursor as
# "after": what happened meanwhile comes first, in order,
# each event once.
subscription FollowMyTimeline($after: Cursor) {
  timeline(after: $after) {
    ... on TimelineEdge {
      cursor
      node {
        occurredAt
        type
        summary
        actor {
          kind
          account {
            username
          }
        }
        ... on AppDeployedEvent {
          deployment {
            commit
            subject
            ref
          }
        }
      }
    }
    ... on TimelineReset {
      cursor
    }
  }
}
`,
    variables: variables({ after: null }),
  },
  {
    query: `# My apps and their last deployment
#
# The next page: give "endCursor" as "after".
query MyAppsAndTheirLastDeployment($first: Int = 20, $after: Cursor) {
  viewer {
    apps(first: $first, after: $after) {
      totalCount
      edges {
        node {
          name
          viewerRole
          gitRemote
          lastDeployment {
            commit
            subject
            ref
            pusherName
            createdAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`,
    variables: variables({ first: 20, after: null }),
  },
];
