@split
Feature: What each part of a split meter shows
  The customer reads the keypad unit, the utility's man the unit in its box, and both must say the same. Source:
  Landis+Gyr, Cashpower Gemini PLC guide: changes that matter are told to the keypad unit at once.

  Background:
    Given a split meter

  Rule: What changes outside is told indoors at once

    Scenario: The credit gets low
      Given the meter holds 5.1 kWh
      When the load draws 1000 W for 6 minutes
      Then the low-credit LED is on
      And the low-credit LED of the measuring unit is on

    Scenario: The load switch trips
      Given the meter holds 20.0 kWh
      And a maximum power limit token of 5000 W
      When the customer keys in the token
      Then the meter accepts it
      When the load draws 6000 W for 1 minutes
      Then the display shows "Overload"
      And the load LED is off
      And the load LED of the measuring unit is off
      And the fault LED of the measuring unit is on

  Rule: While nothing can be told, only the measuring unit shows it

    @faults
    Scenario: The credit ends while the line is lost
      Given the meter holds 1.0 kWh
      When the line to the measuring unit is lost
      And the load draws 1000 W for 1 hours
      Then the display shows "No connection"
      And the load switch is open
      And the load LED of the measuring unit is off
      And the display of the measuring unit reads:
        """
        0.0 kWh
        """
      And the load LED is off

  Rule: A short code is answered by the meter, and shown indoors

    Scenario: The meter number, on a Kenyan keypad unit
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      When the customer presses "8 0 4 #"
      Then the display shows "Meter number"
      And the display shows "00000000000"

    @faults
    Scenario: The same without a connection
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      When the line to the measuring unit is lost
      And the customer presses "8 0 4 #"
      Then the display shows "Conn Fail"
