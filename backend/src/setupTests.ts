// Real servers are slower on a busy machine than the five seconds of Jest.
jest.setTimeout(60_000);
