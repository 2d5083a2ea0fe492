import express, { type Express } from 'express';
import { METRICS_TYPE } from '../metrics/registry';
import type { ServiceMetrics } from '../metrics/serviceMetrics';

/** `/metrics`, for a port of its own: who may scrape need not reach the mesh. */
export function createMetricsApp(metrics: ServiceMetrics): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/metrics', (_request, response) => {
    response.set('Content-Type', METRICS_TYPE).end(metrics.toText());
  });
  return app;
}
