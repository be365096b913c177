import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';

type Tabs = NonNullable<ComponentProps<typeof GraphiQL>['defaultTabs']>;

/** A tab is titled by the name of its operation. */
const variables = (value: unknown) => JSON.stringify(value, null, 2);

/** The current month, UTC. */
function thisMonth() {
  const now = new Date();
  const first = (month: number) => new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString();
  return { from: first(now.getUTCMonth()), to: first(now.getUTCMonth() + 1) };
}

export const examples: Tabs = [
  {
    query: `# Who am I
#
# Uses your dashboard session, or the token in
# the Headers tab. "viewer" is null without one.
# Run it with Ctrl-Enter (⌘-Enter).
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
# If the input is invalid, nothing changes and
# "errors" has the path of each input field.
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
# Paste the contents of ~/.ssh/id_ed25519.pub
# as "publicKey".
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
# Run it, then do something in another window:
# add a key, create an app or push.
# To resume, pass the last cursor as "after".
# You'll get the events you missed first.
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
# For the next page, pass "endCursor" as "after".
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
  {
    query: `# Scale an app
#
# Start or stop containers, or change their size.
# "appId" is the "id" that "Create an app" returns.
# To see what it costs, query "plans".
mutation ScaleAnApp($appId: ID!, $input: ScaleAppInput!) {
  scaleApp(id: $appId, input: $input) {
    app {
      status
      containers {
        type
        amount
        running
        plan {
          name
          label
          price {
            monthly {
              amount
              currency
            }
          }
        }
      }
    }
    errors {
      message
      code
      path
    }
  }
}
`,
    variables: variables({
      appId: 'app_…',
      input: { containers: [{ type: 'web', amount: 2, size: 'M' }] },
    }),
  },
  {
    query: `# Add a database
#
# It's set up in the background: follow the
# timeline, or query the app's "addons".
mutation AddADatabase($appId: ID!, $input: ProvisionAddonInput!) {
  provisionAddon(appId: $appId, input: $input) {
    addon {
      id
      name
      status
      plan {
        label
      }
    }
    errors {
      message
      code
      path
    }
  }
}
`,
    variables: variables({ appId: 'app_…', input: { plan: 'postgresql-s' } }),
  },
  {
    query: `# Usage of a month
#
# What your apps used, and what it costs, by app.
# For each container type and add-on, pass
# "RESOURCE" as "groupBy".
query UsageOfAMonth($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup! = APP) {
  viewer {
    billing {
      usage(from: $from, to: $to, groupBy: $groupBy) {
        total {
          amount
          currency
        }
        rows {
          app {
            name
          }
          kind
          resource
          plan
          unitMinutes
          amount {
            amount
            currency
          }
        }
      }
    }
  }
}
`,
    variables: variables({ ...thisMonth(), groupBy: 'APP' }),
  },
  {
    query: `# Move the sandbox clock
#
# Only in a sandbox: moves business time ahead by
# a day and does all the work that becomes due.
# Afterwards, query the usage again.
mutation MoveTheSandboxClock($input: SandboxAdvanceClockInput!) {
  sandboxAdvanceClock(input: $input) {
    sandbox {
      now
      offsetSeconds
      nextDueAt
    }
    errors {
      message
      code
      path
    }
  }
}
`,
    variables: variables({ input: { seconds: 86_400 } }),
  },
];
