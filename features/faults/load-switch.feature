@load @faults
Feature: A load switch that does not move
  A contact that is welded gives energy away, and one that is burnt gives none for what was paid. The generic meter
  cannot see its contact; what it can do is to keep an honest account.

  Background:
    Given the meter holds 2.0 kWh

  Rule: A welded switch gives power, and the account stays what it is

    Scenario: The credit runs out behind a welded switch
      When the load switch welds
      And the load draws 2000 W for 2 hours
      Then the house has power
      And the meter holds 0.0 kWh

    Scenario: A purchase after that counts in full
      Given a 25.6 kWh credit token
      When the load switch welds
      And the load draws 2000 W for 2 hours
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh

    Scenario: A welded switch that was mended opens
      When the load switch welds
      And the load draws 2000 W for 2 hours
      And the load switch is mended
      Then the load switch is open
      And the house has no power

  Rule: A dead switch gives no power and charges for none

    Scenario: Nothing is charged while nothing flows
      When the load switch burns out
      And the load draws 2000 W for 2 hours
      Then the house has no power
      And the meter holds 2.0 kWh

    Scenario: A purchase behind a dead switch is kept
      Given a 25.6 kWh credit token
      When the load switch burns out
      And the customer keys in the token
      Then the meter accepts it
      And the house has no power
      And the meter holds 27.6 kWh

    Scenario: A dead switch that was mended gives power and charges again
      When the load switch burns out
      And the load draws 2000 W for 1 hour
      And the load switch is mended
      And the load draws 1000 W for 1 hour
      Then the house has power
      And the meter holds 1.0 kWh
