@load
Feature: Credit is what the house uses
  The meter lets the house draw power for as long as there is credit. It must count exactly, stop at zero, and give
  the light back with the next purchase.

  Rule: The load takes credit, kilowatt-hour for kilowatt-hour

    Scenario: An oven for one hour
      Given the meter holds 10.0 kWh
      When the load draws 1500 W for 1 hour
      Then the meter holds 8.5 kWh
      And the load switch is closed

    Scenario: A whole day of a small lamp
      Given the meter holds 10.0 kWh
      When the load draws 25 W for 24 hours
      Then the meter holds 9.4 kWh

    Scenario: Nothing is drawn, nothing is taken
      Given the meter holds 10.0 kWh
      When 30 days pass
      Then the meter holds 10.0 kWh
      And the load switch is closed

  Rule: At zero the load switch opens, and credit never falls below zero

    Scenario: Credit is used up exactly
      Given the meter holds 3.0 kWh
      When the load draws 1500 W for 2 hours
      Then the meter holds 0.0 kWh
      And the load switch is open

    Scenario: A minute before credit is used up
      Given the meter holds 3.0 kWh
      When the load draws 1500 W for 119 minutes
      Then the meter holds 0.1 kWh
      And the load switch is closed

    Scenario: The house would go on drawing
      Given the meter holds 3.0 kWh
      When the load draws 1500 W for 5 hours
      Then the meter holds 0.0 kWh
      And the load switch is open

    Scenario: The next purchase is not charged for the time in the dark
      Given the meter holds 3.0 kWh
      And a 25.6 kWh credit token
      When the load draws 1500 W for 5 hours
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh

    Scenario: The next purchase while the house would still draw
      Given the meter holds 3.0 kWh
      And a 25.6 kWh credit token
      When the load draws 1500 W from now on
      And 5 hours pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh
      When 2 hours pass
      Then the meter holds 22.6 kWh

  Rule: Credit closes the load switch

    Scenario: The first token on an empty meter
      Given the meter holds 0.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the load switch is closed

    Scenario: A refused token leaves it open
      Given the meter holds 0.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token with digit 5 wrong
      Then the meter refuses it
      And the load switch is open

    Scenario: A test token leaves it open
      Given the meter holds 0.0 kWh
      When the customer keys in "0000 0000 0001 5099 7584"
      Then the display shows "Switch open"
      And the load switch is open
